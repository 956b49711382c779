//! Fictional names that look like Ontario's.
//!
//! Given and family names of many communities are combined by chance; nobody in the tables is a person.
//! The tables know nothing of where people work.

use unicode_normalization::UnicodeNormalization;

use super::dice::Dice;

/// A community's names: given names and family names, each a list separated by `, `.
struct Tables {
    given: &'static str,
    family: &'static str,
}

/// Whose names a person may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Community {
    English,
    French,
    Anishinaabe,
    Haudenosaunee,
    Cree,
    Inuit,
    Metis,
    SouthAsian,
    Tamil,
    Chinese,
    Korean,
    Vietnamese,
    Filipino,
    Caribbean,
    WestAfrican,
    Somali,
    Arabic,
    Persian,
    Italian,
    Portuguese,
    Ukrainian,
    Polish,
    Finnish,
    German,
    LatinAmerican,
}

/// Every community, in the order of the enum.
const ALL: [Community; 25] = [
    Community::English,
    Community::French,
    Community::Anishinaabe,
    Community::Haudenosaunee,
    Community::Cree,
    Community::Inuit,
    Community::Metis,
    Community::SouthAsian,
    Community::Tamil,
    Community::Chinese,
    Community::Korean,
    Community::Vietnamese,
    Community::Filipino,
    Community::Caribbean,
    Community::WestAfrican,
    Community::Somali,
    Community::Arabic,
    Community::Persian,
    Community::Italian,
    Community::Portuguese,
    Community::Ukrainian,
    Community::Polish,
    Community::Finnish,
    Community::German,
    Community::LatinAmerican,
];

impl Community {
    fn tables(self) -> Tables {
        let (given, family) = match self {
            Self::English => (
                "Aaron, Abigail, Adam, Alan, Alexandra, Alison, Amanda, Amy, Andrea, Andrew, Angela, Anna, Anthony, Ashley, Barbara, Benjamin, Beth, Brandon, Brenda, Brent, Brian, Caitlin, Cameron, Carol, Caroline, Catherine, Chad, Cheryl, Chloe, Christine, Colin, Connor, Courtney, Craig, Cynthia, Dale, Dana, Daniel, Darlene, Darren, David, Dawn, Deborah, Denise, Derek, Diane, Donald, Donna, Duncan, Dylan, Edward, Elizabeth, Emily, Emma, Eric, Erin, Ethan, Evan, Fiona, Frances, Gail, Gary, Gavin, Geoffrey, Gillian, Glenn, Gordon, Graham, Grant, Greg, Hannah, Harold, Heather, Holly, Ian, Jackie, Jacob, James, Jamie, Jane, Janet, Janice, Jason, Jean, Jeffrey, Jennifer, Jessica, Jill, Joan, Joanne, Joel, Jonathan, Joseph, Joyce, Judith, Julia, Karen, Kate, Keith, Kelly, Kenneth, Kevin, Kimberly, Kirsten, Kyle, Laura, Lauren, Leslie, Linda, Lindsay, Lisa, Lois, Lorraine, Louise, Lucas, Lynn, Mackenzie, Marcus, Margaret, Marilyn, Marlene, Matthew, Maureen, Meghan, Melissa, Meredith, Michelle, Mitchell, Molly, Murray, Nancy, Naomi, Natalie, Nicole, Nigel, Norma, Olivia, Owen, Pamela, Patricia, Paula, Penny, Philip, Rachel, Ralph, Randy, Rebecca, Richard, Robin, Roger, Ronald, Rosemary, Ross, Russell, Ruth, Samantha, Sandra, Sarah, Scott, Sean, Shannon, Sharon, Shawn, Sheila, Shirley, Simon, Stacey, Stephanie, Stephen, Stuart, Susan, Tara, Taylor, Teresa, Theresa, Todd, Tracy, Trevor, Troy, Tyler, Valerie, Vanessa, Victoria, Virginia, Walter, Wanda, Wayne, Wendy, Wesley, Whitney, Zachary, Zoë",
                "Abbott, Adair, Ainsworth, Aldridge, Allen, Anderson, Armstrong, Ashton, Atkinson, Avery, Bailey, Baker, Ballantyne, Barker, Barnett, Barrett, Bartlett, Bates, Baxter, Beckett, Bell, Bennett, Berry, Birch, Bishop, Blackwood, Blair, Bolton, Bowman, Boyd, Bradley, Brennan, Briggs, Brooks, Buchanan, Burgess, Burke, Burnett, Burton, Butler, Byrne, Caldwell, Calloway, Carmichael, Carson, Carter, Chambers, Clarke, Clayton, Coleman, Collins, Connolly, Cooper, Corbett, Coulter, Cowan, Crawford, Crosby, Cullen, Cunningham, Dalton, Davidson, Dawson, Dempsey, Dickson, Dixon, Donaldson, Donnelly, Doyle, Drummond, Duffy, Dunlop, Eastman, Edwards, Elliott, Ellis, Emerson, Farrell, Ferguson, Finlay, Fisher, Fitzgerald, Fleming, Fletcher, Foley, Forsyth, Fraser, Gallagher, Gardner, Garland, Gibbons, Gilchrist, Gillespie, Goodwin, Graham, Grant, Greer, Griffin, Haines, Halliday, Hamilton, Hancock, Hardy, Harmon, Harris, Harrison, Hastings, Hawkins, Hayes, Henderson, Hewitt, Higgins, Holmes, Hopkins, Houston, Hughes, Hunter, Hutchinson, Irvine, Irwin, Jamieson, Jarvis, Jenkins, Johnston, Kane, Keating, Kennedy, Kerr, Kirkland, Knight, Lamb, Langford, Lawson, Leighton, Leslie, Lindsay, Little, Livingstone, Lockhart, Logan, Lowe, Lyons, MacArthur, MacDonald, MacGregor, MacKay, MacKenzie, MacLean, MacLeod, Madden, Mallory, Marsh, Marshall, Mason, Matheson, Maxwell, McAllister, McBride, McCallum, McCarthy, McClure, McConnell, McCormick, McCullough, McDermott, McDougall, McEwan, McFarlane, McGill, McGrath, McIntosh, McIntyre, McKinnon, McLaughlin, McLeod, McMillan, McNab, McNeil, McPhee, McPherson, McRae, McTavish, Mercer, Meredith, Millar, Milne, Mitchell, Montgomery, Mooney, Morgan, Morris, Morrison, Muir, Mullen, Munro, Murdoch, Murphy, Nash, Nelson, Nesbitt, Newell, Nicholson, Nolan, Norris, Oakley, O'Brien, O'Connell, O'Donnell, O'Hara, O'Keefe, O'Neill, O'Reilly, O'Sullivan, Ogilvie, Oliver, Osborne, Palmer, Parkinson, Parsons, Paterson, Pearce, Perkins, Phillips, Pickering, Porter, Powell, Preston, Pritchard, Quinn, Radcliffe, Rafferty, Rankin, Redmond, Reid, Renwick, Richardson, Riddell, Ritchie, Robertson, Robinson, Rogers, Ross, Rowan, Rutherford, Ryan, Sanders, Sawyer, Sheppard, Sherwood, Simmons, Simpson, Sinclair, Slater, Smythe, Somerville, Spencer, Stafford, Stanley, Stephens, Stewart, Stirling, Stoddart, Strachan, Sutton, Talbot, Tate, Thompson, Thorne, Thornton, Todd, Townsend, Tremblett, Turnbull, Tyrell, Underhill, Urquhart, Vance, Vaughan, Wade, Walker, Wallace, Walsh, Ward, Warren, Watkins, Watson, Watt, Webster, Wells, Whitfield, Whittaker, Wilkinson, Willoughby, Winters, Woodhouse, Wright, Wylie, Yates",
            ),
            Self::French => (
                "Adèle, Adrien, Agathe, Alain, Alexandre, Alexis, Amélie, Anaïs, André, Andrée, Anne, Annick, Antoine, Ariane, Arnaud, Audrey, Aurélie, Benoît, Bernard, Brigitte, Bruno, Carole, Caroline, Catherine, Cécile, Céline, Chantal, Charlotte, Christian, Claire, Claude, Claudette, Colette, Corinne, Daniel, Danielle, Denis, Diane, Dominique, Édith, Éliane, Élise, Élodie, Émile, Émilie, Éric, Estelle, Étienne, Ève, Fabien, Félix, Florence, France, Francine, Francis, François, Françoise, Gabriel, Gabrielle, Gaétan, Geneviève, Georges, Gérald, Ghislain, Ginette, Guillaume, Guy, Hélène, Henri, Hervé, Hubert, Huguette, Isabelle, Jacinthe, Jacques, Jean-Guy, Jean-Luc, Jean-Marc, Jean-Philippe, Jeannine, Joël, Josée, Julie, Julien, Laurent, Léa, Line, Lise, Loïc, Louis-Philippe, Luc, Lucie, Madeleine, Manon, Marc-André, Marguerite, Marie-Claude, Marie-Ève, Marie-Josée, Marie-Noëlle, Martine, Mathieu, Maxime, Mélanie, Micheline, Mireille, Monique, Myriam, Nadine, Nathalie, Nicolas, Noémie, Normand, Odette, Olivier, Pascal, Pascale, Patrice, Pauline, Philippe, Pierre-Luc, Raymond, Réal, Réjean, Rémi, Renée, Roland, Rosalie, Sébastien, Serge, Solange, Stéphane, Suzanne, Sylvain, Sylvie, Théo, Thérèse, Thierry, Valérie, Véronique, Vincent, Viviane, Yannick, Yves, Yvette, Yvon, Zoé",
                "Allaire, Archambault, Arsenault, Asselin, Aubin, Audet, Bastien, Beauchamp, Beaudoin, Beaulieu, Beaupré, Bédard, Bélanger, Bellefeuille, Belzile, Benoît, Bergeron, Bernier, Berthiaume, Bérubé, Bilodeau, Blanchette, Boisvert, Boivin, Bouchard, Boucher, Boudreau, Bourassa, Bourgeois, Brisson, Brodeur, Cadieux, Cantin, Cardinal, Carrière, Castonguay, Chabot, Champagne, Charbonneau, Charette, Charlebois, Chartrand, Chénier, Chevalier, Cloutier, Constantineau, Corriveau, Côté, Coulombe, Courchesne, Cousineau, Couture, Croteau, Cyr, D'Amour, D'Aoust, Dagenais, Daigle, Daoust, De Repentigny, Delorme, Demers, Desbiens, Deschamps, Deschênes, Desjardins, Deslauriers, Desormeaux, Desrochers, Desrosiers, Doucet, Drouin, Dubé, Dubois, Dubreuil, Duchesne, Dufour, Dufresne, Duguay, Dumas, Dumont, Dupuis, Duquette, Duval, Éthier, Ferland, Filion, Fontaine, Fortier, Fortin, Fournier, Gagné, Gagnier, Gagnon, Galarneau, Gamache, Gareau, Gaudet, Gaudreau, Gauthier, Gélinas, Gendron, Germain, Gervais, Gignac, Giguère, Giroux, Goulet, Gravel, Grenier, Groulx, Guénette, Guérin, Guindon, Hamelin, Hébert, Houle, Joyal, Labelle, Labonté, Labrecque, Labrosse, Lachance, Lacombe, Lacroix, Lafleur, Laflamme, Lafontaine, Laforest, Lalonde, Lamarche, Lamothe, Landry, Langevin, Lanthier, Lapierre, Laplante, Lapointe, Larocque, Lauzon, Laverdure, Lavergne, Lavoie, Lebel, Lebrun, Leclair, Leduc, Lefebvre, Legault, Léger, Lemay, Lemieux, Lepage, Leroux, Lessard, Létourneau, Levac, Levasseur, Lévesque, L'Heureux, Loiselle, Lortie, Maisonneuve, Mallette, Marchand, Marion, Martineau, Massicotte, Mayrand, Ménard, Mercier, Meunier, Michaud, Monette, Montpetit, Morin, Morneau, Nadeau, Nault, Néron, Normand, Ouellet, Ouellette, Paiement, Papineau, Paquette, Paradis, Paré, Payette, Pelletier, Perrault, Perron, Pharand, Picard, Pilon, Plante, Plourde, Poirier, Portelance, Potvin, Poulin, Presseault, Prévost, Prud'homme, Quesnel, Rancourt, Rheault, Richer, Riendeau, Robillard, Rochon, Rodrigue, Rouleau, Sabourin, Sarrazin, Savard, Séguin, Sigouin, Simard, Soucy, St-Amour, St-Denis, St-Jean, St-Onge, St. Pierre, Sylvestre, Taillefer, Talbot, Tessier, Théberge, Thériault, Therrien, Thibault, Tousignant, Tremblay, Trépanier, Trottier, Turcotte, Vachon, Vaillancourt, Valiquette, Vallée, Veilleux, Verreault, Vézina, Viau, Vigneault",
            ),
            Self::Anishinaabe => (
                "Amber, Autumn, Bezhig, Binesi, Brenda, Cedar, Charlene, Cheyenne, Clayton, Crystal, Darcy, Delbert, Delores, Dwayne, Elroy, Ernestine, Francis, Giizhik, Gloria, Isadore, Jingwaakoki, Joanne, Kateri, Leona, Lorne, Makwa, Marlene, Melvin, Migizi, Mino, Misko, Naomi, Nimkii, Niigaan, Nodin, Noodin, Priscilla, Raven, Rhonda, Roseanne, Shannon, Shawnee, Sheldon, Skye, Sunshine, Tasha, Theodore, Tina, Verna, Waabishki, Waseya, Wilfred, Winona, Zaagaate, Zhaawan",
                "Abitong, Akiwenzie, Assinewai, Assiniwe, Banning, Beardy, Bebamash, Bebonang, Boissoneau, Cada, Copenace, Corbiere, Councillor, Commanda, Debassige, Desmoulin, Eshkakogan, Eshkibok, Fiddler, Fobister, Gaikezheyongai, Geniesh, Jourdain, Kabestra, Kakegabon, Kakekapetum, Kakeeway, Kagige, Kechego, Keesickquayash, Keeshig, Kejick, Kimewon, Kiyoshk, Land, Legarde, Mandamin, Manitowabi, Mamakwa, Mainville, Meekis, Michano, Migwans, Mishibinijima, Nabigon, Nahwegahbow, Nahdee, Naponse, Nawash, Necan, Neganegijig, Noganosh, Odjig-Fisher, Oskaboose, Ominika, Osawamick, Otiquam, Pahpasay, Panamick, Pangowish, Paibomsai, Pascal, Peltier, Pitawanakwat, Recollet, Redsky, Restoule, Sagutch, Shawanda, Shawbonquit, Shebobman, Skead, Simon, Solomon, Taibossigai, Tabobondung, Tookate, Toulouse, Wabano, Wabasse, Wabegijig, Waboose, Wakegijig, Wassegijig, Wassaykeesic, Wemigwans, Whiteduck, Yellowhead, Zoccole-Nadjiwon",
            ),
            Self::Haudenosaunee => (
                "Aleria, Amos, Arlene, Audra, Barry, Beverly, Brooke, Carla, Cleve, Corey, Dakota, Darryl, Delby, Dorothy, Elva, Faron, Gaylene, Iehstoseranón:nha, Jace, Jaylene, Jesse, Kahentinéhtha, Kahnekí:io, Kahón:nes, Kanerahtenhá:wi, Karihwénhawe, Karonhiénhawe, Kaylee, Konwahontsiá:wi, Kyle, Lana, Leroy, Lottie, Marge, Merle, Nadine, Norma, Oren, Pauline, Rarihokwáts, Renee, Roronhiá:kehte, Sakoieta, Santee, Shelby, Tehahén:te, Teiohontáthe, Tekahionwá:ke, Tewateronhiákhwa, Teyohá:te, Todd, Velma, Wahsontí:io, Yvonne",
                "Anderson, Antone, Beaver, Benedict, Bigcanoe, Blueye, Bomberry, Brant, Buck, Burnham, Claus, Cook, Cree, Curotte, Delisle, Diabo, Dockstader, Doctor, Doxtator, Elijah, Elm, Farmer, Froman, Garlow, General, George, Gibson, Goodleaf, Greene, Henhawk, Henry, Hess, Hill, House, Ireland, Isaacs, Jacobs, Jamieson, Jimerson, Johns, Johnson, Jonathan, Keye, King, LaForme, Lazore, Lickers, Logan, Loft, Longboat, Maracle, Martin, McNaughton, Miller, Mitten, Montour, Moses, Mt. Pleasant, Newhouse, Nicholas, Obediah, Oakes, Peters, Porter, Powless, Restoule-Hill, Rice, Sault, Schuyler, Sero, Silversmith, Skye, Smoke, Square, Staats, Styres, Summers, Swamp, Tarbell, Thomas, Thompson, Tobias, VanEvery, Warner, White, Williams, Zacharie",
            ),
            Self::Cree => (
                "Abraham, Agnes, Alex, Annabella, Charlotte, Christopher, Daisy, Denise, Edmund, Elsie, Emile, Esther, Gilbert, Greta, Hosea, Ida, Isaiah, Jack, Jemima, Jerome, Joachim, John-Paul, Josephine, Keisha, Lawrence, Leo, Louisa, Mahikan, Marius, Mary-Jane, Minnie, Mistassin, Monica, Norbert, Pipon, Rita, Rosie, Sabina, Sâkihitowin, Sîpîy, Solomon, Stella, Sylvester, Theresa, Thomas, Tommy, Vivian, Wâpan, Xavier, Zacheus",
                "Archibald, Ashamock, Beardy, Bird, Bluecoat, Carpenter, Cheechoo, Chakasim, Chookomolin, Chum, Echum, Enosse, Etherington, Faries, Friday, Gagnon, Gull, Gunner, Hardisty, Hookimaw, Hughie, Hunter, Iahtail, Iserhoff, Jeffries, Kamalatisit, Kataquapit, Katapatuk, Kioke, Knapaysweet, Koosees, Koostachin, Lazarus, Linklater, Loutit, Mack, Mattinas, McLeod, Metat, Miles, Moore, Moonias, Mudd, Nakogee, Neeposh, Noah, Okimaw, Okitchquo, Oombash, Paulmartin, Patrick, Paul, Reuben, Rickard, Sackaney, Scott, Shisheesh, Sailors, Solomon, Spence, Stephen, Stoney, Sutherland, Tomagatick, Tookate, Toomagatik, Trapper, Turner, Visitor, Wabano, Wapoose, Wesley, Weesk, Wheesk, Whiskeychan, Williams, Wynne-Noah, Yellowbird",
            ),
            Self::Inuit => (
                "Aaju, Aija, Akeeshoo, Alookie, Annie, Arnaq, Elisapee, Geela, Ipeelee, Iqaluk, Jaypeetee, Joanasie, Jukeepa, Kooyoo, Leetia, Lizzie, Malaya, Mary-Lou, Meeka, Naullaq, Ooleepika, Padlaya, Pitseolak, Qajaq, Qaumaniq, Saila, Sheila, Siasi, Taqtu, Tommie, Uluriaq, ᐊᓗᑭ",
                "Akavak, Akeeagok, Alainga, Amagoalik, Angnakak, Arnaquq, Atagoyuk, Attagutsiak, Eetoolook, Ekho, Ikkidluak, Inutiq, Ipellie, Ishulutak, Ittusardjuat, Kadlutsiak, Kilabuk, Komoartok, Kooneeliusie, Kunuk-Noah, Naullaq, Nookiguak, Nowdlak, Oolayou, Padluq, Papatsie, Pitsiulak, Qamaniq, Qaunaq, Qillaq, Sagiatuk, Tikivik, Tulugarjuk, Ullikatar, Uniuqsaraq, Uyarasuk",
            ),
            Self::Metis => (
                "Angélique, Blaine, Brigitte, Cora, Daryl, Dolores, Elzéar, Émilienne, Garnet, Georgina, Jolène, Lionel, Lorette, Louison, Lucille, Marcel, Marguerite, Maxine, Nolan, Norbert, Ovide, Raymonde, Roch, Rosanne, Tanis, Theodora, Urbain, Verne, Victoire, Wilfrid",
                "Amyotte, Beausoleil, Berger, Bird, Boissonneault, Bouvier, Brunelle, Cadotte, Calder, Carrière, Chaboyer, Clermont, Cosgrove, Delaronde, Desjarlais, Dusome, Ducharme, Flamand, Fleury, Guay-Nolin, Goulais, Jollineau, Lafond, Lafrenière, Langlade, Laramey, Lavallée, Legris, Longlade, Malcolmson, McKay, McLeod, Miron, Moreau, Nolin, Paquin, Parisien, Pelland, Pilon, Racicot, Rainville, Richot, St-Arnaud, St. Onge, Solomon, Tessier, Trudelle, Vandal, Vasseur, Villebrun",
            ),
            Self::SouthAsian => (
                "Aarti, Abdul, Aditya, Aisha, Ajay, Amandeep, Amarjit, Amina, Amit, Amrita, Anand, Anil, Anita, Anjali, Arjun, Arshdeep, Asha, Ashok, Asma, Balwinder, Bhavna, Charanjit, Chetan, Dinesh, Divya, Farah, Farhan, Faisal, Fatima, Gagandeep, Ganesh, Gita, Gurdeep, Gurpreet, Harbhajan, Hardeep, Harinder, Harjot, Harleen, Haroon, Harpreet, Imran, Inderjit, Iqra, Jagdeep, Jaspreet, Jaswinder, Jatinder, Javed, Jyoti, Kamaljit, Kanwal, Karamjit, Karan, Kavita, Khalid, Kiran, Komal, Kuldeep, Lakshmi, Mandeep, Maninder, Manjit, Manpreet, Maryam, Meena, Meera, Mohan, Mukesh, Nadia, Naveen, Navjot, Navneet, Neha, Nikhil, Nisha, Parminder, Pooja, Prabhjot, Pradeep, Preeti, Priya, Rahul, Rajesh, Rajinder, Rakesh, Ramandeep, Ranjit, Rashid, Ravinder, Rekha, Ritu, Rohit, Rubina, Rupinder, Saima, Salman, Sandeep, Sangeeta, Sanjay, Sarbjit, Satinder, Shabnam, Shalini, Shazia, Simran, Sukhdeep, Sukhwinder, Sunita, Suresh, Sushma, Swati, Tahir, Tanvi, Tariq, Tejinder, Uma, Usman, Varinder, Vijay, Vikram, Vinod, Yasmin, Zainab, Zubair",
                "Agarwal, Ahmad, Ahmed, Ahluwalia, Akhtar, Ali, Anand, Ansari, Arora, Aujla, Aulakh, Bains, Bajwa, Bansal, Basra, Batra, Bedi, Bhamra, Bhangu, Bhatia, Bhatt, Bhullar, Boparai, Brar, Butt, Chahal, Chatha, Chaudhary, Chauhan, Cheema, Chopra, Choudhury, Dave, Desai, Deol, Dhaliwal, Dhami, Dhanoa, Dhawan, Dhesi, Dhillon, Dhindsa, Dosanjh, Garcha, Gill, Goel, Gosal, Goyal, Grewal, Gupta, Hayer, Hundal, Hussain, Iqbal, Iyer, Jain, Jassal, Jawanda, Johal, Joshi, Kahlon, Kapoor, Karim, Kaur, Khaira, Khan, Khanna, Khatri, Khosla, Kohli, Kumar, Lalli, Mahal, Malhi, Malhotra, Malik, Mand, Mangat, Mann, Mehta, Menon, Minhas, Mirza, Mishra, Mistry, Nagra, Nair, Naidu, Narang, Nijjar, Pannu, Parekh, Parmar, Patel, Pillai, Purewal, Qureshi, Rahman, Rai, Rana, Randhawa, Rao, Rashid, Rathore, Reddy, Saini, Sandhu, Sangha, Saran, Sarkar, Sekhon, Sethi, Shah, Shaikh, Sharma, Shergill, Sian, Siddiqui, Sidhu, Singh, Sohal, Sohi, Sood, Talwar, Thakur, Thind, Tiwari, Toor, Trivedi, Uppal, Verma, Virk, Vyas, Walia, Wadhwa, Zaidi",
            ),
            Self::Tamil => (
                "Abirami, Ananthi, Aravinth, Arulmozhi, Balachandran, Bhavani, Chandrika, Darshan, Dharshini, Gajan, Gowri, Ilango, Jeyanthi, Kajan, Kalyani, Karthiga, Kavitha, Kumaran, Kirushanthi, Lavanya, Logini, Mathura, Mayuran, Nilani, Nirojan, Pirakash, Priyanthi, Rajeevan, Ramanan, Sangeetha, Sasikala, Selvi, Shankari, Sivakumar, Sujatha, Sutharsan, Thanuja, Thilaga, Thushyanthan, Uthayan, Vaishnavi, Vasuki, Yalini, Yogan",
                "Anandarajah, Arulanantham, Balasubramaniam, Chandrasegaram, Ganeshalingam, Gunaratnam, Jeyakumar, Kandasamy, Kanagaratnam, Kathirgamanathan, Kugathasan, Logeswaran, Mahendran, Manickavasagar, Nadarajah, Navaratnam, Pathmanathan, Ponnambalam, Rajaratnam, Rasiah, Sabaratnam, Selvanayagam, Selvarajah, Shanmuganathan, Sivagnanam, Sivapalan, Sivasubramaniam, Somasundaram, Subramaniam, Thambirajah, Thanabalasingam, Thavarajah, Thurairajah, Velauthapillai, Vigneswaran, Yogarajah",
            ),
            Self::Chinese => (
                "Alan, Angela, Anson, Bo, Chun, Connie, Daisy, Edmond, Eileen, Fang, Feng, Gloria, Guo, Hai, Henry, Hong, Hui, Ivy, Jian, Jie, Jing, Joyce, Jun, Kam-Wing, Ka-Yan, Kevin, Kwok-Wai, Lan, Lei, Li, Lily, Lin, Lok-Yee, Mei-Ling, Mei-Yee, Min, Ning, Peng, Ping, Qiang, Raymond, Rui, Sai-Kit, Shu-Fen, Siu-Ming, Tao, Ting, Vivian, Wai-Man, Wei, Wing-Sze, Winnie, Xia, Xiaoling, Xin, Xue, Yan, Yi, Ying, Yu, Yuen-Ting, Yun, Zhen, Zhi, 美玲, 志強, 嘉欣, 建國, 小雨",
                "Au, Bao, Cai, Cao, Chan, Chang, Chao, Chen, Cheng, Cheung, Chin, Chiu, Choi, Chu, Chung, Dai, Deng, Ding, Dong, Du, Fan, Feng, Fong, Fu, Fung, Gao, Gong, Gu, Guan, Guo, Han, He, Ho, Hong, Hou, Hu, Huang, Hui, Ip, Jia, Jiang, Jin, Kong, Kwan, Kwok, Kwong, Lai, Lam, Lau, Law, Lee, Leung, Li, Liang, Liao, Lin, Ling, Liu, Lo, Lu, Lü, Luk, Luo, Ma, Mak, Mao, Meng, Mo, Mok, Ng, Ngai, Ouyang, Pan, Pang, Peng, Poon, Qian, Qiao, Qin, Qiu, Ren, Shao, Shen, Shi, Shum, Siu, So, Song, Su, Sun, Szeto, Tam, Tan, Tang, Tao, Tian, To, Tong, Tsang, Tse, Wan, Wang, Wei, Wen, Wu, Xia, Xiao, Xie, Xiong, Xu, Xue, Yan, Yang, Yao, Ye, Yeung, Yin, Yip, Yiu, Yu, Yuan, Yuen, Zeng, Zhang, Zhao, Zheng, Zhong, Zhou, Zhu, Zou",
            ),
            Self::Korean => (
                "Areum, Bo-ram, Byung-ho, Chul-soo, Dae-jung, Dong-hyun, Eun-ji, Eun-kyung, Grace, Hae-won, Hana, Ha-neul, Hye-jin, Hyun-woo, In-sook, Jae-min, Ji-ho, Ji-won, Jin-young, Joo-hee, Joon-ho, Kyung-hee, Mi-kyung, Min-ji, Min-jun, Sang-hoon, Seo-yeon, Seung-min, Soo-jin, Sung-min, Woo-jin, Yong-sik, Yoon-ah, Young-mi, 하늘, 지민",
                "Ahn, Bae, Baek, Cha, Cho, Choi, Chung, Gwon, Han, Hong, Hwang, Im, Jang, Jeon, Jeong, Jo, Jung, Kang, Kim, Ko, Koo, Kwon, Lee, Lim, Min, Moon, Nam, Noh, Oh, Paik, Park, Ryu, Seo, Shim, Shin, Sohn, Song, Suh, Woo, Yang, Yeo, Yoo, Yoon",
            ),
            Self::Vietnamese => (
                "An, Anh Thư, Bảo, Bích Ngọc, Chí Hiếu, Cường, Diễm, Dũng, Đức, Giang, Hà, Hạnh, Hải, Hiền, Hiếu, Hoa, Hoàng, Hồng, Hùng, Hương, Huyền, Khánh, Kim Liên, Lan, Linh, Loan, Long, Mai, Minh, Mỹ Duyên, Nam, Nga, Ngọc, Nhung, Phong, Phương, Quang, Quỳnh, Sơn, Tâm, Thảo, Thành, Thị Mai, Thu Hà, Thủy, Tiến, Trang, Trung, Tuấn, Tuyết, Uyên, Văn Hùng, Việt, Xuân, Yến",
                "Bùi, Cao, Châu, Đặng, Đào, Đinh, Đỗ, Đoàn, Dương, Giang, Hà, Hồ, Hoàng, Huỳnh, Kiều, Lâm, Lê, Lương, Lưu, Lý, Mạc, Mai, Ngô, Nguyễn, Nguyen, Ông, Phạm, Phan, Phùng, Quách, Tạ, Thái, Tô, Tôn, Trần, Tran, Triệu, Trịnh, Trương, Từ, Văn, Võ, Vũ, Vương",
            ),
            Self::Filipino => (
                "Ailyn, Analyn, Angelito, Arlene, Arnel, Benigno, Bernadette, Carmela, Cesar, Charito, Cherry, Christian, Conchita, Corazon, Cristina, Danilo, Edgardo, Edwin, Eduardo, Emelita, Erlinda, Ernesto, Evangeline, Fernando, Florencia, Gemma, Girlie, Glenda, Grace, Imelda, Jasmin, Jericho, Jocelyn, Joel, Jonathan, Joselito, Josefina, Jun-Jun, Kristine, Leonora, Liezl, Ligaya, Lorna, Lourdes, Luzviminda, Maricel, Maricar, Marilou, Marites, Mark-Anthony, Melchor, Myrna, Nenita, Noel, Norberto, Olivia, Perlita, Ramil, Raquel, Reynaldo, Rizalina, Rodel, Rogelio, Romeo, Rosalinda, Rowena, Ruel, Teresita, Virgilio, Wilma",
                "Abad, Acosta, Aguilar, Alcantara, Alvarez, Andrada, Aquino-Reyes, Asuncion, Bacani, Bautista, Bernardo, Bondoc, Buenaventura, Cabrera, Calderon, Capistrano, Carpio, Castillo, Castro, Catacutan, Concepcion, Corpuz, Cruz, Custodio, Dacanay, Dalisay, David, De Guzman, De la Cruz, De Leon, Del Rosario, Dimaculangan, Dizon, Domingo, Enriquez, Espiritu, Estrella, Evangelista, Fajardo, Ferrer, Flores, Francisco, Galang, Garcia, Gatchalian, Gonzales, Guevarra, Ilagan, Jacinto, Javier, Lacson, Lagman, Legaspi, Lim, Lopez, Macapagal, Macaraeg, Magsaysay, Malonzo, Manalo, Manansala, Mangubat, Medina, Mendoza, Mercado, Natividad, Navarro, Ocampo, Ong, Pagulayan, Panganiban, Pascual, Peralta, Pineda, Punzalan, Quiambao, Ramos, Reyes, Rivera, Roxas, Salazar, Salonga, San Pedro, Santiago, Santos, Sarmiento, Soriano, Sumulong, Tolentino, Torres, Valdez, Velasco, Villanueva, Villareal, Yumul, Zamora",
            ),
            Self::Caribbean => (
                "Aaliyah, Andre, Annmarie, Antonia, Beverley, Camille, Carlton, Cecile, Charmaine, Claudette, Clive, Courtney, Cynthia, Damion, Delroy, Denise, Desmond, Donovan, Dwight, Easton, Errol, Everton, Fitzroy, Garfield, Gavaska, Gloria, Grace, Hyacinth, Ingrid, Ionie, Jermaine, Kadeem, Keisha, Kemar, Kerry-Ann, Latoya, Leroy, Lloyd, Lorna, Marcia, Marlon, Marva, Maxine, Merle, Michelle, Natoya, Neville, Nordia, Novlette, Odette, Orville, Patrice, Paulette, Rohan, Roxanne, Sasha-Gay, Shanice, Shauna-Kay, Sherene, Simone, Tamika, Tanisha, Tashana, Trevor, Tyrone, Valrie, Veronica, Vivienne, Winston, Yvonne",
                "Alexander, Alleyne, Archer, Ashby, Augustine, Bailey, Baptiste, Barnes, Barrett, Beckford, Bernard, Blackwood, Blake, Boodram, Boyce, Braithwaite, Brathwaite, Brown, Browne, Bryan, Burrell, Campbell, Charles, Clarke, Codrington, Coke, Cumberbatch, Cummings, Daley, Davis, Dacosta, Deonarine, Dixon, Douglas, Drakes, Dyer, Ebanks, Edwards, Ffrench, Fenton, Francis, Gayle, Gittens, Gordon, Grant, Greaves, Griffith, Harewood, Headley, Henry, Hinds, Hylton, James, Jankie, Jean-Baptiste, John, Joseph, Lashley, Lawes, Lewis, Lindo, Maharaj, Marshall, McFarlane, McKenzie, Mighty, Mohammed, Morgan, Mullings, Nembhard, Nurse, Palmer, Persaud, Phillip, Pierre, Pinnock, Pryce, Ramdeen, Ramkissoon, Rampersad, Reid, Richards, Roach, Roopnarine, Rose, Rowe, Samuels, Scarlett, Sealy, Seepersad, Simms, Skerritt, Sobers, Spence, St. Hilaire, Stephenson, Sterling, Sylvester, Thorpe, Toussaint, Trotman, Vassell, Walcott, Wedderburn, Weekes, Whyte, Wint, Worrell, Yearwood",
            ),
            Self::WestAfrican => (
                "Abena, Abiola, Adaeze, Adebayo, Adjoa, Afia, Akosua, Akua, Ama, Amadou, Aminata, Babatunde, Blessing, Bukola, Chiamaka, Chidi, Chinedu, Chinwe, Chukwuemeka, Ebenezer, Efua, Emeka, Esi, Fatou, Folake, Funmilayo, Ibrahim, Ifeoma, Ikenna, Kofi, Kojo, Kwabena, Kwadwo, Kwame, Kwasi, Kwesi, Mamadou, Mariama, Ngozi, Nkechi, Nnamdi, Obinna, Olamide, Oluwaseun, Osei, Oumar, Sade, Sekou, Temitope, Tunde, Uche, Yaa, Yaw",
                "Abubakar, Acheampong, Adebisi, Adekunle, Adeleke, Adeyemi, Adjei, Agyeman, Akande, Akinola, Amoah, Ampofo, Aning, Antwi, Appiah, Asamoah, Asante, Bah, Balogun, Bamba, Bangura, Barry, Boateng, Bonsu, Camara, Ceesay, Cissé, Conteh, Coulibaly, Danquah, Darko, Diallo, Diop, Eze, Fofana, Frimpong, Gyamfi, Igwe, Jallow, Kamara, Keita, Koné, Mensah, Ndiaye, Nwachukwu, Nwosu, Obeng, Obi, Ofori, Ogunleye, Okafor, Okeke, Okonkwo, Okoro, Olawale, Oppong, Osei, Owusu, Quaye, Sarpong, Sesay, Sow, Sowah, Traoré, Twumasi, Uzor, Yeboah",
            ),
            Self::Somali => (
                "Abdi, Abdirahman, Abshir, Ahmed, Aisha, Amal, Asha, Asli, Ayaan, Bashir, Bilan, Cabdi, Deqa, Farah, Faduma, Fartun, Fowsia, Guled, Habiba, Halima, Hamdi, Hawa, Hibaaq, Hodan, Idil, Idris, Ifrah, Ilham, Iman, Khadija, Khadra, Leyla, Liban, Mahad, Muna, Mustafa, Nasra, Nimco, Qamar, Raxma, Sagal, Sahra, Said, Samatar, Shukri, Suleqa, Ubah, Warsame, Yasin, Yusuf, Zahra",
                "Abdi, Abdullahi, Abshir, Aden, Adan, Ahmed, Ali, Awale, Barre, Bulhan, Dahir, Diriye, Duale, Dualeh, Egal, Elmi, Farah, Garad, Gedi, Guled, Haji, Hashi, Hassan, Hersi, Hirsi, Hussein, Ibrahim, Igal, Isse, Jama, Kahin, Keynan, Liban, Mahamud, Mire, Mohamed, Mohamud, Muse, Nur, Omar, Osman, Rage, Roble, Sabriye, Said, Samatar, Shire, Warsame, Yusuf",
            ),
            Self::Arabic => (
                "Abeer, Ahmad, Alaa, Amal, Amira, Amjad, Ayman, Bassam, Dalia, Dina, Elias, Fadi, Faten, George, Ghada, Ghassan, Habib, Hadi, Hala, Hanan, Hani, Hassan, Huda, Hussein, Jamal, Joumana, Karim, Khaled, Lama, Layal, Lina, Lubna, Maha, Mahmoud, Maya, Mazen, Mona, Mustafa, Nabil, Nada, Nadine, Nour, Omar, Raed, Rami, Rana, Randa, Rania, Rima, Rola, Sahar, Salim, Salma, Samar, Samir, Sawsan, Suha, Tarek, Wael, Walid, Youssef, Zeina, Ziad",
                "Abboud, Abdallah, Abou-Jaoude, Aboud, Al-Amin, Al-Hakim, Al-Masri, Al-Sayed, Alwan, Antoun, Asfour, Assaf, Atallah, Awad, Azar, Aziz, Bakri, Baroud, Bitar, Boutros, Chahine, Dagher, Darwish, Deeb, El-Hage, El-Khoury, Farhat, Fayad, Gerges, Ghanem, Habib, Haddad, Haidar, Hajjar, Hamdan, Hanna, Harb, Hijazi, Issa, Jabbour, Karam, Kassab, Khalil, Khouri, Kanaan, Maalouf, Mansour, Mikhail, Moussa, Naccache, Najjar, Nakhle, Nasr, Nassar, Nehme, Qasim, Rahal, Rizk, Saad, Sabbagh, Salameh, Saleh, Sayegh, Shaheen, Shalhoub, Slaiman, Sleiman, Tannous, Toma, Yacoub, Younes, Zaher, Zogheib",
            ),
            Self::Persian => (
                "Afsaneh, Ali, Amir, Arash, Azadeh, Babak, Bahar, Behnaz, Behrouz, Darius, Elham, Farhad, Farzaneh, Golnaz, Hamid, Hossein, Kamran, Kaveh, Keyvan, Ladan, Laleh, Leila, Mahnaz, Maryam, Mehdi, Mehran, Mina, Mitra, Nasrin, Navid, Nazanin, Neda, Niloofar, Omid, Parisa, Parviz, Pouya, Reza, Roya, Saeed, Sahar, Samira, Sepideh, Shahin, Shirin, Siavash, Soraya, Vahid, Yalda, Zahra",
                "Abbasi, Ahmadi, Akbari, Alavi, Amini, Ansari, Ashrafi, Azizi, Bagheri, Bahrami, Ebrahimi, Esfahani, Farahani, Fazeli, Ghasemi, Golshani, Habibi, Hashemi, Heidari, Hosseini, Jafari, Kamali, Karimi, Kazemi, Kermani, Khalili, Mahdavi, Mirzaei, Moradi, Mousavi, Naderi, Najafi, Nazari, Norouzi, Parvizi, Rahimi, Rashidi, Rezaei, Rostami, Sadeghi, Salehi, Shahbazi, Shirazi, Soltani, Tabrizi, Tavakoli, Yazdani, Zand, Zare",
            ),
            Self::Italian => (
                "Adriana, Alberto, Aldo, Alessandra, Angelo, Anna-Maria, Antonella, Antonio, Bruna, Carlo, Carmela, Carmine, Caterina, Claudio, Concetta, Daniela, Dante, Domenic, Donato, Elena, Elio, Enza, Enzo, Fabio, Filomena, Franca, Franco, Gabriella, Giancarlo, Gianna, Gino, Giovanni, Giulia, Giuseppe, Grazia, Ida, Ivana, Laura, Lidia, Loredana, Lucia, Luigi, Marcello, Maria, Mario, Massimo, Mauro, Michele, Mirella, Nadia, Nicola, Nino, Ornella, Pasquale, Patrizia, Pina, Raffaele, Rina, Rocco, Rosa, Rosanna, Salvatore, Sandra, Santo, Silvana, Stefania, Teresa, Tullio, Vincenza, Vito",
                "Agostino, Amato, Antonacci, Barbieri, Battaglia, Bellissimo, Bertolini, Bianchi, Bonanno, Bruni, Calabrese, Campanella, Caputo, Cardone, Carnevale, Caruso, Catalano, Cavallaro, Ciccone, Cirillo, Colangelo, Conte, Coppola, Costa, D'Agostino, D'Alessandro, D'Amico, D'Angelo, De Angelis, De Luca, De Marco, De Santis, Del Duca, Delvecchio, Di Giovanni, Di Iorio, Di Pietro, DiMarco, Donato, Esposito, Fabbri, Falcone, Farina, Ferrante, Ferraro, Fiore, Fontana, Fusco, Galati, Gallo, Gentile, Giordano, Grillo, Guerra, Iacobucci, Iannuzzi, La Rosa, Lanza, Leone, Lombardi, Longo, Macri, Mancini, Mancuso, Marchetti, Mariani, Marini, Martino, Mastroianni, Mazza, Messina, Milani, Montanari, Monteleone, Morelli, Moretti, Napoli, Nardi, Orlando, Pagano, Palermo, Palumbo, Panetta, Parisi, Pellegrino, Perri, Petrucci, Piccolo, Pisani, Porco, Ricci, Rinaldi, Rizzo, Romano, Rossi, Ruggiero, Russo, Sacco, Salvati, Santoro, Scalzo, Serafini, Sorrentino, Spadafora, Tassone, Tedesco, Testa, Tucci, Valente, Vitale, Volpe, Zanetti",
            ),
            Self::Portuguese => (
                "Adelaide, Afonso, Alda, Ana, Antero, António, Armando, Artur, Aurora, Belmira, Carla, Catarina, Célia, Conceição, Deolinda, Duarte, Eduarda, Elsa, Fátima, Fernanda, Filipe, Filomena, Gonçalo, Graça, Helena, Henrique, Hermínia, Humberto, Idalina, Inês, Isabel, João, Joaquim, José, Jorge, Leonor, Luís, Lurdes, Manuel, Manuela, Márcia, Margarida, Mariana, Natália, Nélia, Nuno, Odete, Otília, Paula, Paulo, Pedro, Ricardo, Rui, Sílvia, Sónia, Susana, Teresa, Tiago, Valdemar, Vasco, Vítor, Zélia",
                "Almeida, Alves, Amaral, Amorim, Andrade, Araújo, Arruda, Azevedo, Barbosa, Barros, Batista, Bettencourt, Borges, Botelho, Brandão, Cabral, Calado, Câmara, Cardoso, Carvalho, Coelho, Correia, Coutinho, Cunha, da Costa, da Rocha, da Silva, Dias, Domingues, Duarte, Esteves, Faria, Farinha, Fernandes, Ferreira, Figueiredo, Fonseca, Freitas, Furtado, Gomes, Gonçalves, Gouveia, Henriques, Leal, Leitão, Lopes, Macedo, Machado, Magalhães, Marques, Martins, Matos, Medeiros, Melo, Mendes, Miranda, Moniz, Monteiro, Mota, Moura, Neves, Nogueira, Nunes, Oliveira, Pacheco, Pavão, Pereira, Pimentel, Pinheiro, Pinto, Pires, Ponte, Quintal, Raposo, Rebelo, Reis, Resendes, Ribeiro, Rodrigues, Sá, Salvador, Santos, Serrão, Silva, Silveira, Simões, Soares, Sousa, Tavares, Teixeira, Valente, Vaz, Vieira",
            ),
            Self::Ukrainian => (
                "Anatoliy, Andriy, Anastasiya, Bohdan, Bohdanna, Borys, Chrystia, Daria, Dmytro, Halyna, Hryhoriy, Iryna, Ivan, Ivanna, Kateryna, Kseniya, Larysa, Lesia, Lidia, Luba, Marko, Marta, Mykhailo, Mykola, Myron, Myroslava, Nadia, Natalka, Oksana, Oleh, Oleksandr, Olena, Olha, Orest, Orysia, Ostap, Pavlo, Petro, Roksolana, Roman, Romana, Ruslana, Slavko, Sofiya, Solomiya, Stepan, Svitlana, Taras, Tetiana, Ulana, Vasyl, Vira, Volodymyr, Yaroslav, Yevhen, Yuriy, Zenovia, Zoriana",
                "Babiak, Baran, Boychuk, Bilous, Bodnar, Bondar, Bondarenko, Chornous, Danylchuk, Dmytryk, Dubyk, Fedorchuk, Fedoruk, Hawryluk, Hnatiuk, Holub, Hryniuk, Hrynchuk, Kalyna, Kapusta, Klymchuk, Kobzar, Kotyk, Kovalchuk, Kovalenko, Kowalyk, Kozak, Krawchuk, Kryvoruchko, Kuzyk, Lazaruk, Lysenko, Lytvyn, Makarenko, Makohon, Maksymchuk, Marchuk, Marunchak, Melnyk, Moroz, Nahirny, Nykolyn, Olijnyk, Onyschuk, Ostapchuk, Palamarchuk, Panchuk, Pavlenko, Petrenko, Petryshyn, Polishchuk, Ponomarenko, Prokopchuk, Romaniuk, Rudenko, Rybak, Savchuk, Semeniuk, Shevchuk, Shumylo, Skrypnyk, Slobodian, Stasiuk, Stefaniuk, Sydorenko, Sytnyk, Tarasiuk, Tkachuk, Tymchuk, Vasylenko, Vovk, Wasylyk, Yakymchuk, Yaremko, Yurchuk, Zabolotny, Zelenko, Zinchuk",
            ),
            Self::Polish => (
                "Agnieszka, Aleksandra, Andrzej, Anna, Barbara, Bartosz, Beata, Bogdan, Bożena, Czesław, Danuta, Dariusz, Dorota, Elżbieta, Ewa, Grażyna, Grzegorz, Halina, Irena, Iwona, Jacek, Jadwiga, Janusz, Joanna, Jolanta, Kamil, Katarzyna, Kazimierz, Krystyna, Krzysztof, Łukasz, Maciej, Magdalena, Małgorzata, Marek, Mariusz, Mateusz, Michał, Mirosław, Monika, Paweł, Piotr, Przemysław, Rafał, Ryszard, Stanisław, Teresa, Tomasz, Urszula, Wiesława, Wojciech, Zbigniew, Zofia",
                "Adamczyk, Baranowski, Bąk, Bielecki, Borkowski, Chmiel, Cieślak, Czarnecki, Dąbrowski, Domański, Dudek, Dziedzic, Gajewski, Głowacki, Gołąb, Górski, Grabowski, Jabłoński, Jankowski, Jasiński, Kaczmarek, Kamiński, Kania, Kozłowski, Krajewski, Krawczyk, Krupa, Lis, Majewski, Malinowski, Marciniak, Maziarz, Michalski, Mroczek, Nowacki, Nowak, Olszewski, Ostrowski, Pawlak, Piątek, Pietrzak, Rogalski, Rutkowski, Sawicki, Sikora, Sobczak, Sowa, Stachura, Szczepański, Szymański, Tomczak, Urban, Wilk, Wiśniewski, Wójcik, Wrona, Zając, Zawadzki, Zieliński",
            ),
            Self::Finnish => (
                "Aino, Aleksi, Anja, Anneli, Antti, Arvo, Eero, Eila, Eino, Elina, Hannu, Heikki, Helmi, Hilkka, Irja, Jari, Juha, Jukka, Kaarina, Kari, Kirsti, Lasse, Leena, Marjatta, Matti, Mikko, Niilo, Oiva, Outi, Paavo, Päivi, Pekka, Pirkko, Raili, Rauha, Reijo, Riitta, Seppo, Sirkka, Taina, Tapio, Tauno, Toivo, Tuula, Urho, Veikko, Väinö, Yrjö",
                "Aalto-Mäki, Ahola, Alanen, Hakala, Halonen-Salo, Harju, Hautala, Heikkilä, Hietala, Hyvönen, Jokela, Järvi, Kallio, Kangas, Karhu, Kauppi, Keränen, Ketola, Kivelä, Koivisto-Niemi, Korpela, Koski, Kuusisto, Laakso, Lahti, Laine, Lehtinen, Leino, Lampi, Maki, Mäkelä, Mattila, Niemi, Nurmi, Ojala, Pelto, Peltonen, Puro, Rantala, Saarinen-Koski, Salmi, Salonen, Savela, Suomi, Takala, Tuomi, Uusitalo, Virtanen, Wirta, Ylönen",
            ),
            Self::German => (
                "Abram, Agatha, Anneliese, Arno, Cornelius, Dieter, Dietrich, Eckhard, Elfrieda, Ernst, Erwin, Frieda, Gerhard, Gisela, Hans, Hedwig, Heidi, Heinrich, Helmut, Helga, Herta, Ingeborg, Isaak, Jürgen, Katharina, Klaus, Käthe, Liesl, Lothar, Manfred, Margarete, Menno, Nettie, Reinhold, Renate, Siegfried, Susanna, Tilman, Trudy, Ursula, Uwe, Waldemar, Werner, Wilhelmina, Willi",
                "Albrecht, Baumann, Bauman, Bechtel, Becker, Bergen, Brubacher, Bräuer, Cressman, Dyck, Eby, Eckert, Enns, Epp, Fehr, Friesen, Frey, Gerber, Gingerich, Goertz, Hartwick, Heinrichs, Hiebert, Huber, Janzen, Kehler, Klassen, Koch, Krüger, Kuepfer, Lichti, Loewen, Martens, Metzger, Neufeld, Nickel, Peters, Penner, Rempel, Reimer, Roth, Ruppel, Sauder, Schmidt, Schneider, Schnarr, Schultz, Schwartzentruber, Shantz, Snider, Steckle, Steinmann, Thiessen, Toews, Unger, Voth, Wagler, Weber, Wiebe, Wideman, Zehr, Ziegler",
            ),
            Self::LatinAmerican => (
                "Adriana, Alejandra, Alejandro, Álvaro, Ana-María, Andrés, Ángela, Beatriz, Camila, Carlos, Carmen, Carolina, Catalina, César, Claudia, Cristóbal, Diana, Diego, Edgar, Elisa, Enrique, Esteban, Esperanza, Fabiola, Felipe, Fernanda, Gabriela, Germán, Gloria, Gonzalo, Guadalupe, Héctor, Hernán, Ignacio, Inés, Jairo, Javier, Jimena, Joaquín, Jorge, José, Juan-Carlos, Juliana, Leonardo, Liliana, Lorena, Lucía, Luis, Marcela, Mariela, Martín, Mauricio, Mónica, Natalia, Nelson, Óscar, Pablo, Paola, Patricia, Pilar, Rafael, Ramón, Raúl, Rocío, Rodrigo, Rosario, Sandra, Santiago, Sebastián, Silvia, Sofía, Tomás, Valentina, Verónica, Víctor, Ximena, Yolanda",
                "Acevedo, Aguilar, Álvarez, Aránguiz, Arévalo, Barrios, Benavides, Bravo, Cáceres, Campos, Cárdenas, Carrasco, Castañeda, Castellanos, Castro, Contreras, Córdova, Cortés, Delgado, Díaz, Escobar, Espinoza, Fernández, Figueroa, Fuentes, Gallegos, García, Gómez, González, Guerrero, Gutiérrez, Guzmán, Henríquez, Hernández, Herrera, Ibáñez, Jaramillo, Jiménez, Lagos, León, López, Maldonado, Martínez, Medina, Mejía, Méndez, Molina, Montenegro, Morales, Moreno, Muñoz, Navarro, Núñez, Olivares, Orellana, Ortega, Ospina, Palacios, Paredes, Peña, Pérez, Ponce, Quintero, Quiroga, Ramírez, Ramos, Restrepo, Reyes, Ríos, Rivas, Rojas, Romero, Rosales, Ruiz, Salazar, Salinas, Sánchez, Sandoval, Sepúlveda, Soto, Suárez, Torres, Urrutia, Valdés, Valencia, Vargas, Vásquez, Vega, Velásquez, Vergara, Zapata, Zelaya, Zúñiga",
            ),
        };
        Tables { given, family }
    }

    /// How many in 1000 of this community speak French well enough to stand as the line's French speaker.
    pub fn french_per_mille(self) -> u32 {
        match self {
            Self::French => 870,
            Self::Metis => 350,
            Self::WestAfrican => 220,
            Self::Arabic => 180,
            _ => 55,
        }
    }
}

/// The tables, cut up once: drawing 55,000 names must not cut them 55,000 times.
#[derive(Debug)]
pub struct NameBook {
    tables: Vec<(Vec<&'static str>, Vec<&'static str>)>,
}

impl Default for NameBook {
    fn default() -> Self {
        let cut = |list: &'static str| list.split(", ").collect::<Vec<_>>();
        let tables = ALL.iter().map(|community| community.tables()).map(|it| (cut(it.given), cut(it.family))).collect();
        Self { tables }
    }
}

impl NameBook {
    /// A name of whatever community.
    pub fn anyone(&self, dice: &mut Dice) -> String {
        let community = *dice.pick(&ALL);
        self.draw(community, dice)
    }

    /// A name, `Family, Given`. One in forty has two family names, and one accented name in fifteen is
    /// written with combining marks, as some databases export them.
    pub fn draw(&self, community: Community, dice: &mut Dice) -> String {
        let (given, family) = &self.tables[community as usize];
        let mut name = String::from(*dice.pick(family));
        if dice.chance(25) && !name.contains(['-', ' ']) {
            let second = *dice.pick(family);
            if second != name && !second.contains(['-', ' ']) {
                name = format!("{name}-{second}");
            }
        }
        let name = format!("{name}, {}", dice.pick(given));
        if !name.is_ascii() && dice.chance(65) { name.nfd().collect() } else { name }
    }
}

/// The part of an e-mail address before the `@`: `tremblay.anne`, letters and digits only.
/// A name with no Latin letter at all gives an empty text.
pub fn mailbox(name: &str) -> String {
    let plain = |part: &str| {
        part.nfd()
            .flat_map(char::to_lowercase)
            .map(|letter| match letter {
                'đ' => 'd',
                'ł' => 'l',
                other => other,
            })
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
    };
    let (family, given) = name.split_once(", ").unwrap_or((name, ""));
    let parts = [plain(given), plain(family)];
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_community_has_names_enough_and_none_twice() {
        let book = NameBook::default();
        for (index, community) in ALL.iter().enumerate() {
            assert_eq!(*community as usize, index, "ALL is in the order of the enum");
            let (given, family) = &book.tables[index];
            assert!(given.len() >= 30 && family.len() >= 30, "{community:?} is thin");
            for list in [given, family] {
                let distinct: BTreeSet<_> = list.iter().collect();
                assert_eq!(distinct.len(), list.len(), "{community:?} repeats a name");
                assert!(list.iter().all(|name| !name.is_empty() && name.trim() == *name));
            }
        }
    }

    #[test]
    fn mailboxes_are_plain_letters() {
        assert_eq!(mailbox("Côté-D'Amour, Marie-Ève"), "marieeve.cotedamour");
        assert_eq!(mailbox("Đặng, Thị Mai"), "thimai.dang");
        assert_eq!(mailbox("Chan, 美玲"), "chan");
    }
}
