//! Whole-number programs: every coefficient, bound and value an integer.
//!
//! `microlp` computes in floating point; what it finds is rounded and held
//! against every row in integers before it is believed. That it is the best is
//! `microlp`'s word, which `brute` checks on tiny strikes.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolutionStatus, SolveOptions, SolveOutcome, Variable};
use std::time::Duration;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sense {
    AtMost,
    AtLeast,
}

#[derive(Debug, Clone)]
struct Row {
    terms: Vec<(usize, i64)>,
    sense: Sense,
    limit: i64,
}

#[derive(Debug, Clone, Default)]
pub struct Program {
    bounds: Vec<(i64, i64)>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone)]
pub struct Best {
    pub value: i64,
    pub point: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// No answer within the time given.
    Time,
    /// The solver contradicted itself; the words are its own.
    Solver(String),
}

impl Program {
    pub fn var(&mut self, low: i64, high: i64) -> usize {
        self.bounds.push((low, high));
        self.bounds.len() - 1
    }

    pub fn row(&mut self, terms: &[(usize, i64)], sense: Sense, limit: i64) {
        self.rows.push(Row { terms: terms.to_vec(), sense, limit });
    }

    pub fn fix(&mut self, var: usize, value: i64) {
        self.bounds[var] = (value, value);
    }

    /// The greatest value of `aim`, and a point that has it.
    pub fn maximise(&self, aim: &[(usize, i64)], hint: Option<&[i64]>, time: Duration) -> Result<Best, Trouble> {
        let mut weights = vec![0; self.bounds.len()];
        for (var, weight) in aim {
            weights[*var] += weight;
        }
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let vars: Vec<Variable> = self
            .bounds
            .iter()
            .zip(&weights)
            .map(|((low, high), weight)| problem.add_integer_var(*weight as f64, (*low as i32, *high as i32)))
            .collect();
        for row in &self.rows {
            let terms: Vec<(Variable, f64)> = row.terms.iter().map(|(var, c)| (vars[*var], *c as f64)).collect();
            let sense = match row.sense {
                Sense::AtMost => ComparisonOp::Le,
                Sense::AtLeast => ComparisonOp::Ge,
            };
            problem.add_constraint(terms, sense, row.limit as f64);
        }
        let mut options = SolveOptions::default();
        options.time_limit = Some(time);
        options.warm_start = hint.map(|point| vars.iter().copied().zip(point.iter().map(|x| *x as f64)).collect());
        let solution = match problem.solve_with(options) {
            Ok(SolveOutcome::Solution(solution)) => solution,
            Ok(SolveOutcome::Interrupted(_)) => return Err(Trouble::Time),
            Err(error) => return Err(Trouble::Solver(error.to_string())),
        };
        if solution.status() != SolutionStatus::Optimal {
            return Err(Trouble::Time);
        }
        let point: Vec<i64> = vars.iter().map(|var| solution.var_value(*var).round() as i64).collect();
        self.hold(&point)?;
        let value = weights.iter().zip(&point).map(|(weight, x)| weight * x).sum();
        if (solution.objective() - value as f64).abs() > 1e-4 {
            return Err(Trouble::Solver(format!("{} is not {value}", solution.objective())));
        }
        Ok(Best { value, point })
    }

    /// Every bound and row, in integers.
    fn hold(&self, point: &[i64]) -> Result<(), Trouble> {
        let inside = self.bounds.iter().zip(point).all(|((low, high), x)| low <= x && x <= high);
        let kept = self.rows.iter().all(|row| {
            let sum: i64 = row.terms.iter().map(|(var, c)| c * point[*var]).sum();
            match row.sense {
                Sense::AtMost => sum <= row.limit,
                Sense::AtLeast => sum >= row.limit,
            }
        });
        if inside && kept { Ok(()) } else { Err(Trouble::Solver("the rounded point breaks a row".into())) }
    }
}
