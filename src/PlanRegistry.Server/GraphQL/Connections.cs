using System.Buffers.Text;
using System.Globalization;
using System.Text;
using GraphQLEngine;
using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>A page of a list that can grow (Relay Cursor Connections).</summary>
public sealed class Connection<T>(IReadOnlyList<Edge<T>> edges, PageInfo pageInfo, Func<int> count)
{
    public IReadOnlyList<Edge<T>> Edges { get; } = edges;
    public IReadOnlyList<T> Nodes => [.. Edges.Select(e => e.Node)];
    public PageInfo PageInfo { get; } = pageInfo;
    public int TotalCount => count();
}

public sealed record Edge<T>(string Cursor, T Node);

public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>Which part of a list is asked for.</summary>
public readonly record struct PageArguments(int? First, string? After, int? Last = null, string? Before = null);

public static class Connections
{
    /// <summary>
    /// One page of <paramref name="items"/>, ordered by a sort text that ends in something unique. A
    /// cursor carries what the list depends on (<paramref name="list"/>: order, day, filter), the
    /// vector it was read at, and the last sort text: a write in between moves no item to another page.
    /// </summary>
    public static Connection<TNode> Page<TItem, TNode>(
        IEnumerable<TItem> items, Func<TItem, string> sort, Func<TItem, TNode> node, PageArguments page, string list, string vector)
    {
        var all = items.Select(i => (Item: i, Sort: sort(i))).ToList();
        all.Sort((a, b) => string.CompareOrdinal(a.Sort, b.Sort));
        var from = page.After is { } after ? FirstAbove(all, Cursor.Read(after, list, nameof(after)), inclusive: false) : 0;
        var to = page.Before is { } before ? FirstAbove(all, Cursor.Read(before, list, nameof(before)), inclusive: true) : all.Count;
        to = Math.Max(from, to);
        var (start, end) = page.Last is { } last ? (Math.Max(from, to - last), to) : (from, Math.Min(to, from + (page.First ?? 0)));
        var edges = all[start..end].Select(i => new Edge<TNode>(Cursor.Write(list, vector, i.Sort), node(i.Item))).ToList();
        return new Connection<TNode>(edges, new PageInfo(end < all.Count, start > 0,
            edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null), () => all.Count);
    }

    /// <summary>A page of what a district's scope shows, as it shows it on its day.</summary>
    internal static Connection<TNode> Page<TItem, TNode>(
        IEnumerable<TItem> items, Func<TItem, string> sort, Func<TItem, TNode> node, PageArguments page, string list, Scope scope) =>
        Page(items, sort, node, page, $"{list} {scope.View.Code} {scope.Snapshot.AsOf.Unwatched:yyyy-MM-dd}", scope.Sealed);

    /// <summary>A page by day, latest first; what has no day stands last. Items of one day stand in order of their codes.</summary>
    internal static Connection<TNode> LatestFirst<TItem, TNode>(IEnumerable<TItem> items, Func<TItem, PartialDate?> day,
        Func<TItem, string> code, Func<TItem, TNode> node, PageArguments page, string list, Scope scope) =>
        Page(items, i => $"{DateOnly.MaxValue.DayNumber - (day(i)?.First.DayNumber ?? -1):0000000} {code(i)}", node, page, list, scope);

    private static int FirstAbove<T>(List<(T Item, string Sort)> all, string sort, bool inclusive)
    {
        var index = all.FindIndex(i => string.CompareOrdinal(i.Sort, sort) is var order && (inclusive ? order >= 0 : order > 0));
        return index < 0 ? all.Count : index;
    }
}

/// <summary>An opaque cursor: what the list depends on, the vector it was read at, and where in it.</summary>
public static class Cursor
{
    private const char Separator = '\n';

    public static string Write(string list, string vector, string position) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, list, vector, position)));

    /// <summary>The position. A cursor of another list, order or day is a request error that names the argument.</summary>
    public static string Read(string cursor, string list, string argument) =>
        TryRead(cursor, out var parts) && parts.List == list ? parts.Position : throw Foreign(argument);

    public static bool TryRead(string cursor, out (string List, string Vector, string Position) parts)
    {
        parts = default;
        try
        {
            var texts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator, 3);
            parts = texts.Length == 3 ? (texts[0], texts[1], texts[2]) : default;
            return texts.Length == 3;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The day that a list was read for; null where the list depends on none.</summary>
    public static DateOnly? DayOf(string list) =>
        DateOnly.TryParseExact(list[(list.LastIndexOf(' ') + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day) ? day : null;

    public static GraphQLRequestException OfAnotherDay(string argument, DateOnly its, DateOnly asked) => RequestErrors.Request(
        $"参数“{argument}”的游标属于评判日{its.InWords().Zh}的列表，本次查询的评判日是{asked.InWords().Zh}：翻页时请写同一个asOf。",
        $"The argument \"{argument}\" has a cursor of the list as of {its:yyyy-MM-dd}, and this asks as of {asked:yyyy-MM-dd}: "
            + "give the same asOf on every page.");

    public static GraphQLRequestException Foreign(string argument) =>
        RequestErrors.Request($"参数“{argument}”不是本列表在此排序、此日的游标。",
            $"The argument \"{argument}\" is no cursor of this list in this order and on this day.");
}
