//! Whole-number programs: the greatest value of a sum under linear rows.
//!
//! Solved by `microlp` (simplex with branch and bound), in floating point: whoever uses a point must ask the rules about
//! it again. Work is limited by nodes, not by time, so that the answer is the same on every machine.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolutionStatus, SolveOptions, SolveOutcome, Variable};

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
    /// wherever the whole variables are whole and the others at their best. `bound`: more is known to be impossible.
    pub(super) fn most(&self, aim: &[(Var, i64)], known: &[f64], bound: Option<i64>, nodes: u64) -> Best {
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
        let mut options = SolveOptions::default();
        options.node_limit = Some(nodes);
        let Ok(SolveOutcome::Solution(solution)) = problem.solve_with(options) else { return start };
        let proven = solution.status() == SolutionStatus::Optimal;
        let value = solution.objective().round() as i64;
        // A point that is no better is not taken: what this aim does not ask about is good at the known one.
        if value <= start.value {
            start.proven = proven && value == start.value;
            return start;
        }
        let point = self.vars.iter().zip(&vars).map(|(&(_, whole), &var)| {
            let x = solution.var_value(var);
            if whole { x.round() } else { x }
        });
        Best { value, point: point.collect(), proven }
    }
}
