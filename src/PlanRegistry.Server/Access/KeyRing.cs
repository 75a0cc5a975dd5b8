using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>
/// The keys of data protection, in the database: who is on the way to the provider when the server starts anew comes back to it all the
/// same, and a second server of the database reads what the first has protected.
/// </summary>
internal sealed class KeyRing(IAccessStorage storage) : IXmlRepository
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>After everything else that protects, which adds its own.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("plan-registry");
        services.AddOptions<KeyManagementOptions>().Configure<IAccessStorage>((o, storage) => o.XmlRepository = new KeyRing(storage));
        // The framework would make the first key as the server starts. Ours is made when it is needed: a start writes nothing.
        foreach (var warming in services.Where(s => s.ServiceType == typeof(IHostedService)
            && s.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly).ToList())
        {
            services.Remove(warming);
        }
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. storage.Read(rows => rows.Keys()).Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => storage.Write(Patience, rows =>
    {
        rows.SaveKey(friendlyName, element.ToString(SaveOptions.DisableFormatting));
        return true;
    });
}
