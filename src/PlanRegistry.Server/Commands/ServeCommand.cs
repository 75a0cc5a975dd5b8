using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry serve: GraphQL over HTTP. Until accounts exist, on this machine only.</summary>
public static class ServeCommand
{
    private const int MostWarm = 20;

    public static Command Create(Option<string> database, Option<string> actor)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; loopback only.", DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        var sample = new Option<bool>("--sample") { Description = "Loads the sample district 开州区 first." };
        var right = new Option<bool>("--clock-is-right")
        {
            Description = "Goes on although the last entry is of long ago, or of a time that the clock has not reached.",
        };
        var command = new Command("serve", "Serves GraphQL at /graphql.") { urls, sample, right };
        command.SetAction(p => Run(p.GetRequiredValue(database), p.GetRequiredValue(urls), Options.VoiceOf(p), (registry, addresses) =>
            Serve(registry, addresses, p.GetRequiredValue(actor), p.GetValue(sample), p.GetValue(right), Options.VoiceOf(p))));
        return command;
    }

    private static int Run(string file, string urls, Voice voice, Func<Registry, string[], int> serve)
    {
        var addresses = new List<string>();
        foreach (var url in urls.Split(';'))
        {
            if (!IsPlain(url, out var uri))
            {
                voice.Fail($"“{url}”不是可以监听的地址，请写作http://127.0.0.1:5080。",
                    $"'{url}' is no address to listen on: write it as http://127.0.0.1:5080.");
                return CommandLine.Usage;
            }
            if (!IsLoopback(uri))
            {
                voice.Fail($"不接受“{url}”：没有账户时，服务只在本机监听，如http://127.0.0.1:5080。",
                    $"'{url}' is refused: without accounts the server listens on this machine only, as on http://127.0.0.1:5080.");
                return CommandLine.Usage;
            }
            // As it was understood: where one reader takes a spelling for this machine, another might listen everywhere.
            addresses.Add($"http://{uri.Host}:{uri.Port}");
        }
        return CommandLine.WithRegistry(file, voice, registry => serve(registry, [.. addresses]));
    }

    private static int Serve(Registry registry, string[] urls, string actor, bool sample, bool clockIsRight, Voice voice)
    {
        try
        {
            using var app = WebHost.Build(registry, actor, TimeProvider.System, builder => builder.WebHost.UseUrls(urls));
            var loaded = sample ? Sample.Load(registry, actor, voice) : CommandLine.Done;
            return loaded == CommandLine.Done ? Serve(app, registry, urls, clockIsRight, voice) : loaded;
        }
        // Wrong settings, among them appsettings.json that is no JSON.
        catch (Exception e) when (e is SettingException or SchemaException or InvalidDataException)
        {
            Console.Error.WriteLine(e is InvalidDataException { InnerException: { } json } ? $"{e.Message} {json.Message}" : e.Message);
            return CommandLine.Usage;
        }
    }

    private static int Serve(WebApplication app, Registry registry, string[] urls, bool clockIsRight, Voice voice)
    {
        var logger = app.Services.GetRequiredService<ILogger<Registry>>();
        void Log(Text? sentence)
        {
            if (sentence is { } told)
            {
                logger.LogWarning("{Sentence}", told.In(voice.Language));
            }
        }
        registry.Notice = told => Log(told);
        Log(registry.Clock.Compare(clockIsRight));
        registry.Soundness.Glance();
        Log(registry.Soundness.Broken);
        Log(registry.Condition().Sentence);
        try
        {
            app.Start();
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            var (where, why) = (string.Join(';', urls), (e.InnerException?.Message ?? e.Message).TrimEnd('.'));
            voice.Fail($"无法监听{where}：{why}。", $"Cannot listen on {where}: {why}.");
            return CommandLine.Environment;
        }
        _ = Task.Run(() =>
        {
            WarmUp(registry, app.Services.GetRequiredService<Judgements>());
            registry.Soundness.LookThrough();
            Log(registry.Soundness.Broken);
        });
        Banner.Write(registry, urls[0], voice);
        app.WaitForShutdown();
        return CommandLine.Done;
    }

    /// <summary>Judges every district of the database for today, so that the first reader need not wait for it.</summary>
    private static void WarmUp(Registry registry, Judgements judgements)
    {
        foreach (var district in registry.Districts().Take(MostWarm))
        {
            _ = judgements.Scope(district)?.Judgement;
        }
    }

    /// <summary>http, a host, a port, and nothing behind it.</summary>
    private static bool IsPlain(string url, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(url, UriKind.Absolute, out uri) && uri is { Scheme: "http", PathAndQuery: "/", UserInfo: "", Fragment: "" };

    private static bool IsLoopback(Uri uri) => uri.Host == "localhost"
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
