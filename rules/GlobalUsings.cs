// The only file of this project that names the engine: with NRules' packages, these lines (and one project reference) change.
global using RuleEngine;
global using RuleEngine.Diagnostics;
global using RuleEngine.Fluent;
global using RuleEngine.Fluent.Dsl;
global using RuleEngine.RuleModel;
global using PlanRegistry.Approval;
global using PlanRegistry.Catalogue;
global using PlanRegistry.Conformance;
global using PlanRegistry.Records;
global using IFact = PlanRegistry.Conformance.IFact;
