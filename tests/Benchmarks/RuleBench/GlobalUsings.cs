global using RuleEngine;
global using RuleEngine.Fluent;
global using RuleEngine.Fluent.Dsl;
global using RuleEngine.RuleModel;
