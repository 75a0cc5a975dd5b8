using GraphQLEngine;
using GraphQLEngine.Http;
using PlanRegistry.Server.Web;
using ToyHost;

// A small schema with the data of a reference server, for the conformance judges: dotnet run -- PORT [--limits]
var port = args.FirstOrDefault(argument => int.TryParse(argument, out _)) ?? "4303";
var limits = args.Contains("--limits") ? new Limits() : Limits.None;
var schema = Schema.Build([new SdlDocument("toy.graphql", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "toy.graphql")))],
    ToySchema.Bind, new EngineOptions { Limits = limits, AllowEmptySelections = true });

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
var app = builder.Build();
app.UseWebSockets();
app.Map("/graphql", new GraphQLEndpoint(new GraphQLHttpHandler(schema)).Handle);
await app.StartAsync();
Console.WriteLine($"http://127.0.0.1:{port}/graphql");
await app.WaitForShutdownAsync();
