using RegistryBench;

// What tests/Benchmarks/bench.sh calls: the parts of `make bench` that run in process, and the packs that they need.
return args switch
{
    ["invite", var database, var file] => People.Invite(database, file),
    ["people", var server, var file] => await People.Measure(new Uri(server), file),
    ["packs", var folder] => Packs.Write(folder),
    ["first", var folder] => Figures.Print(Judging.First(folder)),
    ["in-process", var folder] => Figures.Print(
        Loading.Measure(folder).Concat(Judging.Measure(folder)).Concat(Writing.Measure(Packs.Source(folder, 300), 300, 140))
            .Concat(Writing.Measure(Packs.Source(folder, 1_000), 1_000, 450)).Concat(Importing.Measure(folder))),
    ["rows", var folder] => Figures.Print(ManyRows.Measure(folder)),
    ["workbook", var folder] => Figures.Print(Workbooks.Measure(folder)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: RegistryBench packs FOLDER | first FOLDER | in-process FOLDER | rows FOLDER | workbook FOLDER | "
        + "invite DATABASE FILE | people URL FILE");
    return 2;
}
