namespace PlanRegistry.Records;

public enum PlanKind { Development, Spatial, Special, Regional }

public enum PlanTier { National, Municipal, District, Township }

public enum Secrecy { Public, Internal, Secret }
