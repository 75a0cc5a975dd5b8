using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Commands;

/// <summary>What the server says when it listens: what it serves, and one query to paste.</summary>
internal static class Banner
{
    /// <param name="isDemonstration">Who asks says by a token that only a demonstration takes in which role.</param>
    public static void Write(Registry registry, string url, Voice voice, bool isDemonstration)
    {
        var districts = registry.Districts().Select(d => registry.View(d)?.District).OfType<PlanRegistry.Catalogue.District>().ToList();
        voice.Say($"规划登记册“{registry.Name}”的服务地址：{url}/graphql（健康检查：{url}/health/ready）。",
            $"PlanRegistry 规划登记册 serves {url}/graphql from '{registry.Name}' (health: {url}/health/ready).");
        if (districts.Count == 0)
        {
            voice.Say("登记册是空的。请导入规划数据包：plan-registry import PACK（文件夹或者.zip文件，样式见seed/README.md），或者以--sample启动。",
                "The registry is empty. Import a district pack: plan-registry import PACK (a folder or .zip; seed/README.md shows one), "
                + "or start with --sample.");
            return;
        }
        var names = Text.Join(districts.Select(d => (Text)$"{d.Code} {d.Name}"));
        voice.Say($"行政区：{names.Zh}。", $"Districts: {names.En}.");
        var code = districts.Find(d => d.Code.Value == Sample.District)?.Code ?? districts[^1].Code;
        voice.Say(isDemonstration ? $"请用浏览器打开{url}，点一个演示账户登录。" : $"请用浏览器打开{url}。",
            isDemonstration ? $"Open {url} in a browser, and choose an account to sign in." : $"Open {url} in a browser.");
        voice.Say("也可以这样查询：", "Or paste this:");
        var query = $$"""{ district(code: \"{{code}}\") { name asOf conformance { plans red yellow green grey } """
            + "findings(first: 5) { nodes { rule { code } severity sentence responsible { name } } } } }";
        var token = isDemonstration ? $"-H 'authorization: Bearer {Demonstration.TokenPrefix}audit' " : "";
        voice.Output.WriteLine($$"""  curl -s {{url}}/graphql {{token}}-H 'content-type: application/json' -d '{"query":"{{query}}"}'""");
    }
}
