using GraphQLEngine;
using GraphQLEngine.Http;
using GraphQLHost;
using PlanRegistry.Server.Web;

// The benchmark's schema over its plans.db ($DB), held in memory, on 127.0.0.1:$PORT.
ReadModel.Load(Environment.GetEnvironmentVariable("DB") ?? "plans.db");
var sdl = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema.graphql"));
var schema = Schema.Build([new SdlDocument("schema.graphql", sdl)], binding => binding.ResolversOf(typeof(QueryFields).Assembly));
if (args.Contains("--measure"))
{
    Measure.Run(new GraphQLHttpHandler(schema));
    return;
}

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT") ?? "4206"}");
var app = builder.Build();
app.Map("/graphql", new GraphQLEndpoint(new GraphQLHttpHandler(schema)).Handle);
app.Run();
