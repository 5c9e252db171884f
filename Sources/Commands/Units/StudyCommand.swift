/// A command all runs of which go through `StudyRuns`, so that it can be planned, worked and merged.
protocol StudyCommand: ConsoleCommand {}
