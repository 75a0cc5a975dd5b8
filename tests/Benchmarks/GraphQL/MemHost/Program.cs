using System.Buffers;
using System.Text.Json;
using GraphQLHost;
using MemHost;

// What no GraphQL engine can beat: the same data in arrays, the four operations known in advance and written by hand. Nothing is parsed but the variables.
ReadModel.Load(Environment.GetEnvironmentVariable("DB")!);
var introspection = File.ReadAllBytes(Environment.GetEnvironmentVariable("Q4")!);
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}");
var app = builder.Build();
app.MapPost("/graphql", async http =>
{
    var reader = http.Request.BodyReader;
    var read = await reader.ReadAsync();
    while (!read.IsCompleted)
    {
        reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        read = await reader.ReadAsync();
    }
    var asked = Asked.Read(read.Buffer);
    reader.AdvanceTo(read.Buffer.End);
    http.Response.ContentType = "application/json; charset=utf-8";
    if (asked.Operation == 4)
    {
        http.Response.ContentLength = introspection.Length;
        await http.Response.Body.WriteAsync(introspection);
        return;
    }
    var writer = Answer.Writer;
    writer.Reset(http.Response.BodyWriter);
    Answer.Write(writer, asked);
    writer.Flush();
    http.Response.ContentLength = writer.BytesCommitted;
    await http.Response.BodyWriter.FlushAsync();
});
app.Run();
