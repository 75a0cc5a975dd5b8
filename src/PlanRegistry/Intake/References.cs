using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Turns cells that name other records into keys. An unknown document makes a stub; anything else unknown or ambiguous is refused.</summary>
internal sealed class References(Desk desk)
{
    private readonly Dictionary<Key<Document>, Document> stubs = [];

    private PackNames Names => desk.Names;

    /// <summary>Documents that rows named and nobody has described, to be recorded in the same entry.</summary>
    public IReadOnlyCollection<Document> Stubs => stubs.Values;

    public CellValue Read(Column column, string raw)
    {
        if (!column.IsList)
        {
            return One(column, raw);
        }
        var keys = new List<string>();
        foreach (var item in Cells.Items(raw))
        {
            var value = One(column, item);
            if (value.Refusal is not null)
            {
                return value;
            }
            keys.Add(value.Text!);
        }
        return keys.Count > 0 ? string.Join(';', keys) : Refusals.NotA(column.Name, raw, "没有内容", "names nothing");
    }

    public CellValue PlanVersion(string column, string raw)
    {
        var at = raw.LastIndexOf('@');
        var plan = Plan(column, at < 0 ? raw : raw[..at]);
        return plan.Refusal is not null || at < 0 ? plan
            : int.TryParse(raw.AsSpan(at + 1), System.Globalization.NumberStyles.None, null, out var version) && version > 0 ? $"{plan.Text}@{version}"
            : Refusals.NotA(column, raw, "的版本不是从 1 起的整数", "names no version: write PLAN or PLAN@2");
    }

    public CellValue Document(string column, string raw)
    {
        var found = Names.Documents.Find(raw);
        if (found.Count > 0)
        {
            return Only(column, raw, found, ProblemCode.UnknownRecord);
        }
        if (DocumentNumber.LooksDamaged(raw))
        {
            return Refusals.Damaged(column, raw, DocumentNumber.Suggest(raw));
        }
        if (raw.Length > 7 && raw[6] == ':' && DistrictCode.TryParse(raw[..6], out _))
        {
            return Refusals.NotKnown(column, raw);
        }
        var stub = DocumentStubs.Of(desk.Home, DocumentStubs.CodeFor(raw));
        stubs[stub.Key] = stub;
        return stub.Key.ToString();
    }

    private CellValue One(Column column, string raw) =>
        column.References == typeof(Plan) ? Plan(column.Name, raw)
        : column.References == typeof(Document) ? Document(column.Name, raw)
        : column.References == typeof(Agency) ? Only(column.Name, raw, Names.Agencies.Find(raw), ProblemCode.UnknownRecord)
        : column.References == typeof(Indicator) ? Only(column.Name, raw, Names.Indicators.Find(raw), ProblemCode.UnknownRecord)
        : column.References == typeof(DirectoryList) ? Only(column.Name, raw, Names.Lists.Find(raw), ProblemCode.UnknownRecord)
        : throw new InvalidOperationException($"{column.Name} names a {column.References?.Name}, which intake cannot find.");

    private CellValue Plan(string column, string raw)
    {
        var found = Names.Plans.Find(raw);
        // A stub and the real plan that hides it are one plan, unless the code itself was given.
        return found.Count > 1
            ? Only(column, raw, [.. found.Select(desk.View.Canonical).Distinct()], ProblemCode.UnknownPlan)
            : Only(column, raw, found, ProblemCode.UnknownPlan);
    }

    private CellValue Only<T>(string column, string raw, IReadOnlyList<Key<T>> found, ProblemCode code) => found.Count switch
    {
        0 => Refusals.NotKnown(column, raw, code),
        1 => found[0].ToString(),
        _ => Refusals.Ambiguous(column, raw, found.Select(k => k.Within(desk.Home)).Order(StringComparer.Ordinal), code),
    };
}
