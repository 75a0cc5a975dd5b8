namespace PlanRegistry.Access;

/// <summary>角色: in which office somebody uses the registry. What each may see and do is one table of the server.</summary>
public enum Role
{
    /// <summary>发展改革部门经办.</summary>
    ReformCommission,

    /// <summary>规划编制部门: its own plans.</summary>
    Department,

    /// <summary>财政部门.</summary>
    Finance,

    /// <summary>审计机关, and leaders: reads all, writes nothing.</summary>
    Audit,

    /// <summary>系统管理员: people and settings, no plan data.</summary>
    Admin,

    /// <summary>社会公众: nobody signed in.</summary>
    Public,

    /// <summary>Whoever runs the server on its own machine, as long as there are no accounts.</summary>
    Operator,
}
