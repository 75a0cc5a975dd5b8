using System.Text.RegularExpressions;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// documents.csv: known by number and code. A document that a row names and nobody has described is recorded by its number alone.
/// </summary>
internal static partial class DocumentRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Document>();
    private static readonly Column Code = Shape.Of(nameof(Document.Code));
    private static readonly Column Number = Shape.Of(nameof(Document.Number));
    private static readonly Column Sha256 = Shape.Of(nameof(Document.Sha256));
    private static readonly Column File = Shape.Of(nameof(Document.File));
    private static readonly Column Issuer = Shape.Of(nameof(Document.Issuer));
    private static readonly JointBodies Joint = new(Issuer, Shape.Of(nameof(Document.CoIssuers)));

    private static readonly Naming<Document> Names = new()
    {
        Fold = DocumentStubs.NameOf,
        CodesTravel = true,
        NearestWins = true,
        Recorded = view => view.All<Document>().Select(d => (d.Key, (IReadOnlyList<IEnumerable<string>>)[AgencyRows.Some(d.Number)])),
        OfRow = (context, row) => DocumentStubs.CodeOf(context.View, row[Code], row[Number]) is { } code
            ? (code, [[.. AgencyRows.Some(row[Number]), .. AgencyRows.Some(row[Code])]])
            : null,
        WhenUnknown = (context, column, raw) => Unknown(context, column, raw),
    };

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = Names,
        Defaults = [(Code, row => row.GivenCode),
            (Shape.Of(nameof(Document.Secrecy)), row => row.IsSecret ? Secrecy.Secret : Secrecy.Public)],
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Code] = (_, value) => Codes.Check(Code, value),
            [Number] = (_, value) => (string)value is var text && DocumentNumber.LooksDamaged(text)
                ? Refusals.Damaged(Number, text, DocumentNumber.Suggest(text))
                : CellValue.Of(DocumentStubs.CodeFor(text)),
            [Sha256] = (_, value) => (string)value is var text && Hash().IsMatch(text) ? CellValue.Of(text.ToLowerInvariant())
                : Refusals.NotA(Sha256, text, "不是64位十六进制的SHA-256值", "is no SHA-256: write 64 hexadecimal digits"),
            [File] = (_, value) => (string)value is var text && text.AsSpan().ContainsAny('/', '\\')
                ? Refusals.NotA(File, text, "不是文件名：不能含“/”或者“\\”", "is no file name: it has no / and no \\") : CellValue.Of(text),
        },
        Readers = new Dictionary<Column, Func<IntakeContext, string, CellValue>> { [Issuer] = Joint.ReadLead },
        CheckRow = row =>
        {
            Joint.ShareOut(row);
            if (row[File] is not null && row[Sha256] is null && !row.IsRefusedIn(Sha256))
            {
                row.Refuse(File, Refusals.Needs(File, Sha256));
            }
        },
        IsStub = record => DocumentStubs.IsStub((Document)record),
    };

    /// <summary>The document that a text outside a row names.</summary>
    public static CellValue Named(IntakeContext context, ColumnName column, string raw) =>
        Placeholders.Has(raw) ? Refusals.Placeholder(column, raw) : Names.Find(context, column, raw);

    /// <summary>Whether no recorded document is called so.</summary>
    public static bool IsUnknown(IntakeContext context, string raw) => Names.IndexOf(context).Find(raw).Count == 0;

    private static CellValue Unknown(IntakeContext context, ColumnName column, string raw)
    {
        if (DocumentNumber.LooksDamaged(raw))
        {
            return Refusals.Damaged(column, raw, DocumentNumber.Suggest(raw));
        }
        if (raw.Length > 7 && raw[6] == ':' && DistrictCode.TryParse(raw[..6], out _))
        {
            return Refusals.NotKnown(column, raw);
        }
        // It becomes the document's code: what a code may not be, an export could not bring back.
        if ((Cells.Unfit(column, raw, Code.Length) ?? Codes.Check(column, raw).Refusal) is { } refusal)
        {
            return refusal;
        }
        var stub = DocumentStubs.Of(context.Home, DocumentStubs.CodeFor(raw));
        context.Stubs.TryAdd(stub.Code, stub);
        return CellValue.Of(stub.Key);
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Hash();
}
