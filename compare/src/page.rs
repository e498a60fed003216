//! BENCHMARKS.md, and the plot beside it.

use std::error::Error;
use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use plotters::prelude::*;

use crate::Speed;
use crate::scaling::{Reading, Shape};

/// Everything that was measured.
pub(crate) struct Page {
    pub(crate) articles: usize,
    pub(crate) bytes: usize,
    pub(crate) speeds: Vec<Speed>,
    pub(crate) stages: Vec<(&'static str, Duration)>,
    /// A byte, and of the start.
    pub(crate) instructions: Option<(f64, u64)>,
    pub(crate) sizes: Vec<Reading>,
    pub(crate) shapes: Vec<Shape>,
}

/// Megabytes a second.
fn rate(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / time.as_secs_f64() / 1e6
}

/// The processor, and the compiler.
fn machine() -> String {
    let processors = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let processor = processors.lines().find_map(|line| line.strip_prefix("model name"));
    let processor =
        processor.map_or("an unknown processor", |name| name.trim_start_matches([' ', '\t', ':']));
    let compiler = Command::new("rustc").arg("--version").output();
    let compiler = compiler.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    format!("{processor}, {}", compiler.unwrap_or_else(|_| "an unknown compiler".into()))
}

impl fmt::Display for Page {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        writeln!(out, "# Benchmarks")?;
        writeln!(
            out,
            "Written by `cargo run --release -p whosaid-compare` in one run on one core of {}.",
            machine()
        )?;
        writeln!(
            out,
            "The text: the {} articles of `examples/articles` and `tests/annotated`, repeated up to {:.1} MB.",
            self.articles,
            self.bytes as f64 / 1e6
        )?;
        writeln!(
            out,
            "Each figure is the best of several rounds; only ratios carry over to other machines.\n"
        )?;
        self.write_speeds(out)?;
        self.write_stages(out)?;
        self.write_scaling(out)
    }
}

impl Page {
    fn write_speeds(&self, out: &mut fmt::Formatter) -> fmt::Result {
        writeln!(out, "## Beside other crates")?;
        writeln!(
            out,
            "Nothing else in Rust does the whole task; these do the part that their row names.\n"
        )?;
        writeln!(out, "![Megabytes a second](BENCHMARKS.svg)\n")?;
        writeln!(out, "| crate | finds | MB/s | times whosaid's |\n|---|---|---:|---:|")?;
        let own = self.speeds.first().map_or(Duration::ZERO, |speed| speed.time);
        for Speed { name, task, time } in &self.speeds {
            let times = own.as_secs_f64() / time.as_secs_f64();
            writeln!(out, "| {name} | {task} | {:.1} | {times:.1} |", rate(self.bytes, *time))?;
        }
        if let Some((byte, start)) = self.instructions {
            writeln!(
                out,
                "\nInstructions of whosaid, counted by callgrind: {byte:.0} a byte, {:.0} million for the start.",
                start as f64 / 1e6
            )?;
        }
        Ok(())
    }

    fn write_stages(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let all: Duration = self.stages.iter().map(|(_, time)| *time).sum();
        writeln!(out, "\n## By stage\n| stage | ns a byte | share |\n|---|---:|---:|")?;
        for (stage, time) in self.stages.iter().chain([&("all", all)]) {
            let nanoseconds = time.as_secs_f64() * 1e9 / self.bytes as f64;
            let share = 100.0 * time.as_secs_f64() / all.as_secs_f64();
            writeln!(out, "| {stage} | {nanoseconds:.1} | {share:.1} % |")?;
        }
        Ok(())
    }

    fn write_scaling(&self, out: &mut fmt::Formatter) -> fmt::Result {
        writeln!(
            out,
            "\n## By size of the text\nNews, as one text.\n\n| bytes | ms | MB/s |\n|---:|---:|---:|"
        )?;
        for Reading { bytes, time } in &self.sizes {
            writeln!(
                out,
                "| {bytes} | {:.2} | {:.1} |",
                time.as_secs_f64() * 1e3,
                rate(*bytes, *time)
            )?;
        }
        writeln!(
            out,
            "\nTexts that no newspaper prints: ten times the text should take ten times as long.\n"
        )?;
        writeln!(
            out,
            "| shape | bytes | ms | ten times as much, ms | times |\n|---|---:|---:|---:|---:|"
        )?;
        for Shape { name, once, tenfold } in &self.shapes {
            let [one, ten] = [once, tenfold].map(|text| text.time.as_secs_f64() * 1e3);
            writeln!(out, "| {name} | {} | {one:.1} | {ten:.1} | {:.1} |", once.bytes, ten / one)?;
        }
        Ok(())
    }

    /// Draws the speeds as bars.
    pub(crate) fn plot(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        let rows = self.speeds.len();
        let root = SVGBackend::new(path, (760, 60 + 44 * rows as u32)).into_drawing_area();
        root.fill(&WHITE)?;
        let most = self.speeds.iter().map(|speed| rate(self.bytes, speed.time)).fold(1.0, f64::max);
        let mut chart = ChartBuilder::on(&root)
            .margin(10)
            .x_label_area_size(36)
            .y_label_area_size(300)
            .build_cartesian_2d(
                (1.0..most * 1.2).log_scale(),
                (0..rows as u32 - 1).into_segmented(),
            )?;
        let label = |row: &SegmentValue<u32>| match row {
            SegmentValue::CenterOf(row) => {
                let speed = &self.speeds[rows - 1 - *row as usize];
                format!("{}: {}", speed.name, speed.task)
            }
            _ => String::new(),
        };
        chart
            .configure_mesh()
            .disable_y_mesh()
            .y_labels(rows)
            .y_label_formatter(&label)
            .x_desc("MB/s, one core")
            .draw()?;
        chart.draw_series(self.speeds.iter().rev().zip(0..).map(|(speed, row)| {
            let colour = if row as usize + 1 == rows { RED } else { BLUE };
            let ends = [
                (1.0, SegmentValue::Exact(row)),
                (rate(self.bytes, speed.time), SegmentValue::Exact(row + 1)),
            ];
            let mut bar = Rectangle::new(ends, colour.mix(0.7).filled());
            bar.set_margin(6, 6, 0, 0);
            bar
        }))?;
        root.present()?;
        Ok(())
    }
}
