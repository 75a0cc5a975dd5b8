using System.Security.Cryptography;

namespace PlanRegistry.Server.Workbooks;

/// <summary>A workbook as a ledger entry names it: its file's name and hash, so that it can be told afterwards which file it was.</summary>
internal static class WorkbookSource
{
    public static string Of(string name, byte[] bytes) => $"“{name}”（SHA-256：{Convert.ToHexStringLower(SHA256.HashData(bytes))}）";
}
