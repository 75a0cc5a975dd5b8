using PlanRegistry.Records;

namespace PlanRegistry.Server.Commands;

/// <summary>How a command speaks: in one language, what it did to one writer and what went wrong to another.</summary>
public sealed record Voice(Language Language, TextWriter Output, TextWriter Errors)
{
    public void Say(string zh, string en) => Output.WriteLine(new Text(zh, en).In(Language));

    public void Fail(string zh, string en) => Fail(new Text(zh, en));

    public void Fail(Text sentence) => Errors.WriteLine(sentence.In(Language));
}
