using System.CommandLine;
using System.Net.Sockets;
using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry serve: pages and GraphQL over HTTP. Until accounts exist, on this machine only.</summary>
public static class ServeCommand
{
    private const int MostWarm = 20;
    private static readonly TimeSpan UntilTriedAgain = TimeSpan.FromSeconds(5);

    public static Command Create(Option<string> database, Option<string> actor)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; beyond this machine with an administrator's account and TLS, or behind a proxy.",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        var sample = new Option<bool>("--sample")
        {
            Description = "A demonstration with the sample district 开州区 and an account of each role.",
        };
        var right = new Option<bool>("--clock-is-right")
        {
            Description = "Goes on although the last entry is of long ago, or of a time that the clock has not reached.",
        };
        var certificate = new Option<string?>("--certificate") { Description = "TLS: a .pfx file without password, or .pem with its key." };
        var proxy = new Option<string?>("--behind-proxy") { Description = "The address of the proxy that ends TLS, like 10.1.2.3." };
        var hosts = new Option<string[]>("--host") { Description = "A name under which it is reached, like plans.example.gov.cn." };
        var command = new Command("serve", "Serves the pages at / and GraphQL at /graphql.")
        {
            urls, sample, right, certificate, proxy, hosts,
        };
        command.SetAction(p =>
        {
            var voice = Options.VoiceOf(p);
            var where = Hosting.Read(p.GetRequiredValue(urls), p.GetValue(certificate), p.GetValue(proxy), p.GetValue(hosts) ?? [],
                out var wrong);
            if (where is null)
            {
                voice.Fail(wrong);
                return CommandLine.Usage;
            }
            return CommandLine.WithRegistry(p.GetRequiredValue(database), voice, registry =>
                Serve(registry, where, p.GetRequiredValue(actor), p.GetValue(sample), p.GetValue(right), voice));
        });
        return command;
    }

    private static int Serve(Registry registry, Hosting where, string actor, bool sample, bool clockIsRight, Voice voice)
    {
        using var access = registry.OpenAccess();
        try
        {
            using var app = WebHost.Build(registry, actor, TimeProvider.System, where.Configure, where);
            if (((sample ? Demonstration.Begin(registry, access, TimeProvider.System) : null) ?? where.Objection(access)
                ?? AdminsApart.Objection(access, app.Services.GetRequiredService<AccessSettings>())) is { } objection)
            {
                voice.Fail(objection);
                return CommandLine.Usage;
            }
            var loaded = sample ? Sample.Load(registry, actor, voice) : CommandLine.Done;
            return loaded == CommandLine.Done ? Serve(app, registry, where, clockIsRight, voice) : loaded;
        }
        // Wrong settings, among them appsettings.json that is no JSON.
        catch (Exception e) when (e is SettingException or SchemaException or InvalidDataException)
        {
            Console.Error.WriteLine(e is InvalidDataException { InnerException: { } json } ? $"{e.Message} {json.Message}" : e.Message);
            return CommandLine.Usage;
        }
    }

    private static int Serve(WebApplication app, Registry registry, Hosting hosting, bool clockIsRight, Voice voice)
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
        if (hosting.Certificate is { } certificate)
        {
            certificate.Notice = told => Log(told);
        }
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
            var (where, why) = (string.Join(';', hosting.Urls), (e.InnerException?.Message ?? e.Message).TrimEnd('.'));
            voice.Fail($"无法监听{where}：{why}。", $"Cannot listen on {where}: {why}.");
            return CommandLine.Environment;
        }
        _ = Task.Run(() => Prepare(registry, app.Services.GetRequiredService<Judgements>(), app.Lifetime.ApplicationStopping, Log));
        Banner.Write(registry, hosting.Urls[0], voice, app.Services.GetRequiredService<Callers>().IsDemonstration);
        app.WaitForShutdown();
        return CommandLine.Done;
    }

    /// <summary>Judges ahead, and looks all through, as soon as the home can be read.</summary>
    private static void Prepare(Registry registry, Judgements judgements, CancellationToken stopping, Action<Text?> log)
    {
        try
        {
            WarmUp(registry, judgements);
        }
        catch (StorageException e)
        {
            log(e.Sentence);
        }
        while (!registry.Soundness.LookThrough())
        {
            if (stopping.WaitHandle.WaitOne(UntilTriedAgain))
            {
                return;
            }
        }
        log(registry.Soundness.Broken);
    }

    /// <summary>Judges every district of the database for today, so that the first reader need not wait for it.</summary>
    private static void WarmUp(Registry registry, Judgements judgements)
    {
        foreach (var district in registry.Districts().Take(MostWarm))
        {
            if (registry.View(district) is { District: not null } view)
            {
                _ = judgements.Of(judgements.Snapshot(view, judgements.Today));
            }
        }
    }
}
