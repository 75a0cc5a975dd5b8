using RegistryBench;

// What tests/Benchmarks/bench.sh calls: the parts of `make bench` that run in process, and the packs that they need.
return args switch
{
    ["packs", var folder] => Packs.Write(folder),
    ["in-process", var folder] => Figures.Print(ViewAndJudgement.Measure(folder).Concat(Writing.Measure(Path.Combine(folder, "district", "source.db"), 300, 30)).Concat(Importing.Measure(folder))),
    ["wide", var folder] => Figures.Print(Writing.Measure(Path.Combine(folder, "wide", "source.db"), 10_000, 60)),
    ["rows", var folder] => Figures.Print(ManyRows.Measure(folder)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: RegistryBench packs FOLDER | in-process FOLDER | wide FOLDER | rows FOLDER");
    return 2;
}
