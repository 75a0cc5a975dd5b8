using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>Documents that are known by their number alone, because a row named them before anybody described them.</summary>
internal static class DocumentStubs
{
    public static Document Of(DistrictCode home, string code) => new()
    {
        Home = home,
        Code = code,
        Title = code,
        Number = DocumentNumber.TryParse(code, out _) ? code : null,
        Secrecy = Secrecy.Public,
    };

    public static bool IsStub(Document document) => RecordShape.Of<Document>().SameContent(document, Of(document.Home, document.Code));

    /// <summary>One spelling of a number, however its brackets were typed.</summary>
    public static string NameOf(string text) => TitleKey.Of(CodeFor(text));

    /// <summary>The normalised number; free text (a letter without a number) as it is.</summary>
    public static string CodeFor(string text) => DocumentNumber.TryParse(text, out var number) ? number.ToString() : text;

    /// <summary>
    /// The code of a documents.csv row. A row that describes a stub keeps the stub's code, since other rows name it by that.
    /// </summary>
    public static string? CodeOf(RegistryView view, string? code, string? number)
    {
        var byNumber = number is null ? null : CodeFor(number);
        var isDescription = byNumber is not null
            && view.Document(new Key<Document>(view.Code, byNumber)) is { } known && IsStub(known)
            && (code is null || view.Document(new Key<Document>(view.Code, code)) is null);
        return isDescription ? byNumber : code ?? byNumber;
    }
}
