using System.Buffers.Text;
using System.Text;
using Microsoft.Data.Sqlite;

namespace MemHost;

/// <summary>
/// The answers, ready to be sent: of q1 a response for each plan, of q4 the response; of q2 and q3 the nodes of
/// all plans one after the other, so that a page is a slice of them. A request is read where JSON.stringify puts
/// what tells it from others: the digit of the operation's name at the beginning, the variables at the end.
/// </summary>
internal sealed class Answers
{
    private readonly byte[][] _plans;
    private readonly Nodes _relations;
    private readonly Nodes _indicators;
    private readonly byte[] _introspection;
    private readonly byte[][] _ends;
    private readonly byte[] _page = new byte[1024 * 1024];

    /// <summary>Nodes with a comma after each, and where each of them begins.</summary>
    private sealed record Nodes(byte[] Json, int[] Starts);

    private Answers(List<string> plans, List<string> relations, List<string> indicators, byte[] introspection)
    {
        _plans = [.. plans.Prepend("null").Select(plan => Response($$$"""{"data":{"plan":{{{plan}}}}}"""))];
        (_relations, _indicators, _introspection) = (Join(relations), Join(indicators), Response(Encoding.UTF8.GetString(introspection)));
        _ends = [.. Enumerable.Range(0, plans.Count + 1).Select(end => Encoding.UTF8.GetBytes(
            $$$$$"""],"pageInfo":{"hasNextPage":{{{{{(end < plans.Count ? "true" : "false")}}}}},"endCursor":"{{{{{end}}}}}"}}}}"""))];
    }

    public static Answers Load(string database, byte[] introspection)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        var departments = Read(connection, "select id, code, name from departments order by id",
            row => $$"""{"id":"{{row[0]}}","code":"{{row[1]}}","name":"{{row[2]}}"}""");
        var heads = Read(connection, "select id, code, title from plans order by id",
            row => $$""" "id":"{{row[0]}}","code":"{{row[1]}}","title":"{{row[2]}}" """.Trim());
        var indicators = Read(connection,
            "select plan_id, id, name, unit, target, actual, weight from indicators order by plan_id, id",
            row => (Plan: row.GetInt32(0), Json:
                $$$"""{"id":"{{{row[1]}}}","name":"{{{row[2]}}}","unit":"{{{row[3]}}}","target":{{{row[4]}}},"""
                + $$$""" "actual":{{{(row.IsDBNull(5) ? "null" : row[5])}}},"weight":{{{row[6]}}}}""".TrimStart()))
            .ToLookup(row => row.Plan, row => row.Json);
        string Parent(SqliteDataReader row) => row.IsDBNull(3) ? "null" : "{" + Head(row[3]) + "}";
        string Head(object id) => heads[(int)(long)id - 1];
        return new Answers(
            Read(connection, "select id, status, version, start_date, end_date, budget from plans order by id", row =>
                $$$"""{{{{Head(row[0])}}},"status":"{{{row[1]}}}","version":{{{row[2]}}},"""
                + $$$""" "startDate":"{{{row[3]}}}","endDate":"{{{row[4]}}}","budget":{{{row[5]}}}}""".TrimStart()),
            Read(connection, "select id, status, department_id, parent_id from plans order by id", row =>
                $$$"""{{{{Head(row[0])}}},"status":"{{{row[1]}}}","department":{{{departments[row.GetInt32(2) - 1]}}},"""
                + $$$""" "parent":{{{Parent(row)}}}}""".TrimStart()),
            Read(connection, "select id from plans order by id",
                row => $$$"""{{{{Head(row[0])}}},"indicators":[{{{string.Join(',', indicators[row.GetInt32(0)])}}}]}"""),
            introspection);
    }

    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> body) => body["{\"operationName\":\"q".Length] switch
    {
        (byte)'1' => _plans[Number(body, "\"id\":\""u8) is var id && id < _plans.Length ? id : 0],
        (byte)'2' => Page(_relations, Number(body, "\"first\":"u8), Number(body, "\"after\":\""u8)),
        (byte)'3' => Page(_indicators, Number(body, "\"first\":"u8), Number(body, "\"after\":\""u8)),
        _ => _introspection,
    };

    private static int Number(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(body[(body.LastIndexOf(name) + name.Length)..], out int number, out _) ? number : 0;

    private ReadOnlySpan<byte> Page(Nodes nodes, int first, int after)
    {
        var end = Math.Min(after + first, nodes.Starts.Length - 1);
        var page = nodes.Json.AsSpan(nodes.Starts[after]..(nodes.Starts[end] - 1));
        var length = Add(0, "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "u8);
        var before = "{\"data\":{\"plans\":{\"nodes\":["u8;
        Utf8Formatter.TryFormat(before.Length + page.Length + _ends[end].Length, _page.AsSpan(length), out var digits);
        length = Add(length + digits, "\r\n\r\n"u8);
        return _page.AsSpan(0, Add(Add(Add(length, before), page), _ends[end]));
    }

    private int Add(int length, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_page.AsSpan(length));
        return length + bytes.Length;
    }

    private static byte[] Response(string json) =>
        Encoding.UTF8.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json; "
                + $"charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    private static Nodes Join(List<string> nodes)
    {
        var starts = new List<int> { 0 };
        foreach (var node in nodes)
            starts.Add(starts[^1] + Encoding.UTF8.GetByteCount(node) + 1);
        return new Nodes(Encoding.UTF8.GetBytes(string.Concat(nodes.Select(node => node + ","))), [.. starts]);
    }

    private static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
