using System.Globalization;
using System.IO.Compression;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Server.Papers;

/// <summary>Which paper a page asks for, of what, in the view that it shows.</summary>
/// <param name="Of">Agencies, numbers, keys or ids; none of 提醒函: of every agency that has findings.</param>
/// <param name="Workbook">Of what it would open, instead of what is recorded; of today, hence without day, moment and ledger.</param>
public sealed record PaperAsked(string District, string Paper, IReadOnlyList<string>? Of = null, string? AsOf = null,
    string? KnownAt = null, string? Vector = null, WorkbookAsked? Workbook = null);

/// <summary>Makes papers of what the caller sees; several leave as one .zip. Each is noted in the access journal first.</summary>
public sealed class PaperDesk(
    Reach reach, Departure departure, Prints prints, PaperTemplates templates, TimeProvider clock, ServerAddress server,
    WorkbookTrials trials)
{
    private const int MostPapers = 200;
    private const int MostNamed = 2_000;
    private const int MostTold = 5;
    private const string Certificate = "certificate";

    private static readonly Dictionary<string, PaperForm> Forms = new(StringComparer.Ordinal)
    {
        ["reminder"] = FindingPapers.Reminder, [Certificate] = CertificatePaper.Form, ["report"] = ReportPaper.Form,
        ["findings"] = FindingPapers.Findings, ["missing"] = MissingPaper.Form, ["briefing"] = BriefingPaper.Form,
        ["adoption"] = AdoptionPaper.Form, ["submission"] = SubmissionListPaper.Form, ["reportLetter"] = ReportLetterPaper.Form,
        ["alignment"] = AlignmentPapers.Opinion, ["alignmentRequest"] = AlignmentPapers.Request, ["amendment"] = AmendmentPaper.Form,
    };

    public Exported Make(PaperAsked asked, string? address)
    {
        try
        {
            return Made(asked, address);
        }
        catch (PaperException e)
        {
            return Departure.Refuse(e.Status, e.Sentence);
        }
    }

    private Exported Made(PaperAsked asked, string? address)
    {
        var of = asked.Of ?? [];
        if (!Departure.TryDay(asked.AsOf, out var asOf) || !Departure.TryMoment(asked.KnownAt, out var knownAt)
            || !DistrictCode.TryParse(asked.District, out var district) || of.Contains(null))
        {
            throw PaperException.OneOnly();
        }
        if (of.Count > MostNamed)
        {
            throw new PaperException(StatusCodes.Status413PayloadTooLarge,
                new($"一次最多选取{MostNamed}项，请先筛选。", $"At most {MostNamed} are named at once: filter first."));
        }
        if (!Forms.TryGetValue(asked.Paper ?? "", out var form))
        {
            throw new PaperException(StatusCodes.Status400BadRequest, new($"没有名为“{asked.Paper}”的文书；有：{string.Join('、', Forms.Keys)}。",
                $"There is no paper \"{asked.Paper}\"; there are: {string.Join(", ", Forms.Keys)}."));
        }
        if (!reach.Caller.May(form.Coordinate) || reach.Scope(district, asOf, knownAt) is not { } now)
        {
            return Departure.NotTheirs(reach.Caller);
        }
        var (trial, refusal) = asked.Workbook is { } workbook ? Trial(asked, district, workbook) : default;
        if (refusal is not null)
        {
            return refusal;
        }
        var scope = trial?.Scope ?? departure.AsShown(now, asked.Vector) ?? throw new PaperException(StatusCodes.Status409Conflict,
            new("所列内容已有变化，请更新页面后再生成。", "What is listed has changed: refresh the page and ask again."));
        var request = new Request(scope, reach.Caller.Actor.Name, clock.GetUtcNow().ToTheSecond(), server.Origin, trial);
        var papers = form.Make(request, [.. of.Distinct()])
            .Take(MostPapers + 1).ToList();
        if (papers.Count > MostPapers)
        {
            throw new PaperException(StatusCodes.Status413PayloadTooLarge,
                new($"一次最多生成{MostPapers}份，请先筛选。", $"At most {MostPapers} papers are made at once: filter first."));
        }
        var template = templates.Of(form.Template);
        var files = papers.ConvertAll(p => (p.Name, Content: Template.Fill(form.Template, template, p)));
        return Noted(asked, scope, of, papers, address) ?? Leave(files, scope);
    }

    private (WorkbookTrial? Trial, Exported? Refusal) Trial(PaperAsked asked, DistrictCode district, WorkbookAsked workbook) =>
        !workbook.IsWhole || (asked.AsOf ?? asked.KnownAt ?? asked.Vector) is not null ? throw PaperException.OneOnly()
        : asked.Paper is "reminder" or "findings" ? trials.Of(district, workbook)
        : throw new PaperException(StatusCodes.Status400BadRequest, new("工作簿体检只生成提醒函（reminder）和问题清单（findings）。",
            "Of the check of a workbook there are the papers reminder and findings."));

    /// <summary>What refuses it: nothing leaves that the access journal does not tell.</summary>
    private Exported? Noted(PaperAsked asked, Scope scope, IReadOnlyList<string> of, List<Paper> papers, string? address) =>
        asked.Paper != Certificate ? departure.Note(About(asked, of, papers) + asked.Workbook?.About, scope.View.Code, address)
        : prints.Note(new NotePrintInput { District = asked.District, Numbers = of }) is { } problem
            ? Departure.Refuse(StatusCodes.Status404NotFound, problem.Message)
        : null;

    /// <summary>How many, and of whom or what, as far as that is short; a table of findings by its rows.</summary>
    private static string About(PaperAsked asked, IReadOnlyList<string> of, List<Paper> papers)
    {
        var whose = string.Join('、', papers.Take(MostTold).Select(p => p.Of).Where(o => o.Length > 0)).Replace(' ', '_');
        return asked.Paper == "findings" ? $"findings:{of.Count}"
            : $"{asked.Paper}:{papers.Count}{(whose == "" ? "" : $":{whose}")}{(papers.Count > MostTold ? "、…" : "")}";
    }

    private static Exported Leave(List<(string Name, byte[] Content)> files, Scope scope)
    {
        if (files is [var (name, only)])
        {
            return new Exported(new MemoryStream(only), $"{name}.docx");
        }
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (file, content) in files)
            {
                using var entry = zip.CreateEntry($"{file}.docx", CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        var kind = files[0].Name.Split('-')[0];
        stream.Position = 0;
        return new Exported(stream,
            string.Create(CultureInfo.InvariantCulture, $"{kind}-{scope.View.Code}-{scope.Snapshot.AsOf.Unwatched:yyyy-MM-dd}.zip"));
    }

    /// <summary>What every paper is made from.</summary>
    /// <param name="Origin">Where certificates are verified.</param>
    /// <param name="Trial">Of a workbook that is not recorded, which name and text of the paper tell.</param>
    public sealed record Request(Scope Scope, string By, DateTimeOffset Now, string Origin, WorkbookTrial? Trial = null)
    {
        private static readonly Text Registered = new("经核对规划登记册", "By the plan registry");
        private static readonly Text NoSender = new("（发文单位）", "(the agency that sends it)");
        private static readonly Text Entered = new("并将办理情况录入规划登记册", "and enter what was done into the registry");

        /// <summary>提醒函-区发展改革委-2026-06-30, without what a file's name cannot hold.</summary>
        public string Name(Text paper, string of)
        {
            var whose = of == "" ? Scope.View.Code.Value : of;
            var mark = Trial is null ? "" : WorkbookTrial.Mark.Zh;
            return string.Concat(string.Create(CultureInfo.InvariantCulture,
                $"{paper.Zh}{mark}-{whose}-{Scope.Snapshot.AsOf.Unwatched:yyyy-MM-dd}")
                .Where(c => !"\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)));
        }

        /// <summary>A plan that is the caller's to write papers of, by its code.</summary>
        public PlanOnDay Plan(string code) =>
            Scope.Plans.FirstOrDefault(p => p.Key.Within(Scope.View.Code) == code) ?? throw PaperException.NotThere();

        /// <summary>The agency that sends it: the auditors' and finance's own, else the one that keeps the plans.</summary>
        private string Sender => Scope.Snapshot.Agency(Scope.Caller.Role switch
        {
            Role.Finance => AgencyRole.Finance,
            Role.Audit => AgencyRole.Audit,
            _ => AgencyRole.ReformCommission,
        })?.Name ?? NoSender.Zh;

        /// <summary>A paper's own texts and those that each has: district, both clocks, ledger, sender, who and when.</summary>
        public IReadOnlyDictionary<string, string> Texts(params (string Field, string Value)[] own) => own.Concat(
        new (string Field, string Value)[]
        {
            ("district", Scope.View.District!.Name), ("asOf", Scope.Snapshot.AsOf.Unwatched.InWords().Zh),
            ("knownAt", (Scope.GivenKnownAt ?? Now).InWords().Zh), ("vector", Trial?.Ledger.Zh ?? Scope.View.Vector.ToString()),
            ("checked", (Trial?.Checked ?? Registered).Zh), ("reply", Trial is null ? Entered.Zh : WorkbookTrial.Reply.Zh),
            ("sender", Sender), ("by", By), ("made", Now.InWords().Zh), ("today", PlanRegistry.Records.Calendar.DayOf(Now).InWords().Zh),
        }).ToDictionary(t => t.Field, t => t.Value, StringComparer.Ordinal);
    }
}
