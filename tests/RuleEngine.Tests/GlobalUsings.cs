global using RuleEngine.Diagnostics;
global using RuleEngine.Extensibility;
global using RuleEngine.Fluent;
global using RuleEngine.Fluent.Dsl;
global using RuleEngine.RuleModel;
