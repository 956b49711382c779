//! Whole-number programs: the greatest value of a sum under linear rows.
//!
//! Solved by `microlp` (simplex with branch and bound), in floating point: whoever uses a point must ask the rules about
//! it again. Work is counted, not timed, so that the answer is the same on every machine.

use microlp::{
    ComparisonOp, OptimizationDirection, Problem, ResumeOptions, SolutionStatus, SolveOptions, SolveOutcome, Stats,
    Variable,
};

/// A variable of a program.
pub(super) type Var = usize;

/// Variables with their weights.
pub(super) type Sum = Vec<(Var, i64)>;

/// What a row allows of its sum.
#[derive(Clone, Copy, Debug)]
pub(super) enum Limit {
    AtMost(i64),
    AtLeast(i64),
}

/// Variables, each between zero and its top, and the rows they obey.
#[derive(Clone, Debug, Default)]
pub(super) struct Program {
    /// The top, and whether only whole numbers count.
    vars: Vec<(i64, bool)>,
    rows: Vec<(Sum, Limit)>,
}

/// How much may be done: steps of the simplex, each as much as the program has variables and rows. A million of it is some 70 ms
/// (35 to 100 measured).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Work(pub(super) u64);

impl Work {
    /// Does something with no more than `most` of it.
    pub(super) fn some<T>(&mut self, most: Self, act: impl FnOnce(&mut Self) -> T) -> T {
        let given = self.0.min(most.0);
        let mut part = Self(given);
        let done = act(&mut part);
        self.0 -= given - part.0;
        done
    }

    /// Does something with one `share`th of it.
    pub(super) fn share<T>(&mut self, share: u64, act: impl FnOnce(&mut Self) -> T) -> T {
        self.some(Self(self.0 / share.max(1)), act)
    }
}

/// Steps of the simplex that a branch takes, as a rule; and the most branches gone through before the work is counted.
const STEPS_OF_A_NODE: u64 = 30;
const MOST_NODES: u64 = 100;
/// With work for fewer steps than this nothing is begun: the first answer, over fractions, takes more.
const LEAST_STEPS: u64 = 200;

/// What the simplex may be off by.
const NEARLY: f64 = 1e-6;

/// A point and its value.
#[derive(Clone, Debug)]
pub(super) struct Best {
    pub(super) value: i64,
    pub(super) point: Vec<f64>,
    /// Nothing is better.
    pub(super) proven: bool,
}

impl Program {
    /// A variable that is a whole number.
    pub(super) fn whole(&mut self, top: i64) -> Var {
        self.vars.push((top, true));
        self.vars.len() - 1
    }

    /// A variable that follows from whole ones.
    pub(super) fn following(&mut self, top: i64) -> Var {
        self.vars.push((top, false));
        self.vars.len() - 1
    }

    /// How many variables there are.
    pub(super) fn len(&self) -> usize {
        self.vars.len()
    }

    /// Adds a row.
    pub(super) fn row(&mut self, sum: Sum, limit: Limit) {
        self.rows.push((sum, limit));
    }

    /// The greatest value of `aim`, at least as good as at `known`, a point that obeys every row; `known` itself where nothing
    /// better is found. `aim` has whole values
    /// wherever the whole variables are whole and the others at their best. `bound`: more is known to be impossible. What is
    /// done is taken off `work`, and where that is used up the best found so far is delivered.
    pub(super) fn most(&self, aim: &[(Var, i64)], known: &[f64], bound: Option<i64>, work: &mut Work) -> Best {
        let mut weights = vec![0; self.vars.len()];
        for &(var, weight) in aim {
            weights[var] += weight;
        }
        let at = |point: &[f64]| -> f64 { weights.iter().zip(point).map(|(w, x)| *w as f64 * x).sum() };
        let top: i64 = weights.iter().zip(&self.vars).map(|(w, (top, _))| (w * top).max(0)).sum();
        let mut start = Best { value: at(known).round() as i64, point: known.to_vec(), proven: false };
        if start.value >= top.min(bound.unwrap_or(i64::MAX)) {
            start.proven = true;
            return start;
        }
        if work.0 < (self.vars.len() + self.rows.len()) as u64 * LEAST_STEPS {
            return start;
        }
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let vars: Vec<Variable> = self
            .vars
            .iter()
            .zip(&weights)
            .map(|(&(top, whole), &weight)| {
                if whole {
                    problem.add_integer_var(weight as f64, (0, i32::try_from(top).unwrap_or(i32::MAX)))
                } else {
                    problem.add_var(weight as f64, (0.0, top as f64))
                }
            })
            .collect();
        for (sum, limit) in &self.rows {
            let terms: Vec<(Variable, f64)> = sum.iter().map(|&(var, weight)| (vars[var], weight as f64)).collect();
            match *limit {
                Limit::AtMost(most) => problem.add_constraint(terms, ComparisonOp::Le, most as f64),
                Limit::AtLeast(least) => problem.add_constraint(terms, ComparisonOp::Ge, least as f64),
            }
        }
        let Some(outcome) = self.search(&problem, start.value, work) else { return start };
        let SolveOutcome::Solution(solution) = outcome else { return start };
        let proven = solution.status() == SolutionStatus::Optimal;
        let value = solution.objective().round() as i64;
        // A point that is no better is not taken: what this aim does not ask about is good at the known one.
        if value <= start.value {
            start.proven = proven || bound_of(&solution.stats()) <= start.value;
            return start;
        }
        let point = self.vars.iter().zip(&vars).map(|(&(_, whole), &var)| {
            let x = solution.var_value(var);
            if whole { x.round() } else { x }
        });
        Best { value, point: point.collect(), proven }
    }

    /// Goes on until the best is found, or it is clear that nothing is better than `known`, or the work is used up.
    fn search(&self, problem: &Problem, known: i64, work: &mut Work) -> Option<SolveOutcome> {
        let size = (self.vars.len() + self.rows.len()) as u64;
        let nodes = |work: &Work| (work.0 / size / STEPS_OF_A_NODE).clamp(1, MOST_NODES);
        let mut options = SolveOptions::default();
        options.node_limit = Some(nodes(work));
        let mut outcome = problem.solve_with(options).ok()?;
        let mut done = 0;
        loop {
            let stats = outcome.stats();
            let steps = stats.lp_iterations - done;
            done = stats.lp_iterations;
            work.0 = work.0.saturating_sub(steps * size);
            if outcome.is_optimal() || bound_of(&stats) <= known || work.0 == 0 {
                return Some(outcome);
            }
            let mut options = ResumeOptions::default();
            options.node_limit = Some(nodes(work));
            outcome = outcome.resume_with(options).ok()?;
        }
    }
}

/// The most that is still possible.
fn bound_of(stats: &Stats) -> i64 {
    stats.best_bound.map_or(i64::MAX, |bound| (bound + NEARLY).floor() as i64)
}
