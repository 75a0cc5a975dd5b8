namespace PlanRegistry.Access;

/// <summary>
/// 管理岗位: which part of an administrator's work an account has where the three are apart (三员分立). System, audit and security
/// management: GB/T 22239-2019, 安全管理中心. Which act is whose: 本系统默认.
/// </summary>
public enum AdminPost
{
    /// <summary>系统管理: accounts are made and ended.</summary>
    System,

    /// <summary>安全管理: roles, tokens, second factors, links to the provider.</summary>
    Security,

    /// <summary>安全审计: reads the access journal.</summary>
    Audit,
}
