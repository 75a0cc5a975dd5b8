namespace PlanRegistry.Applications;

/// <summary>环境影响评价、水资源论证: what the ecology and the water bureau say of each plan that is to be listed.</summary>
public enum OpinionMatter { Eia, Water }
