namespace PlanRegistry.Ledger;

/// <summary>记入、更正、撤出: what an entry did to a record.</summary>
public enum ChangeAct { Recorded, Corrected, Retired }
