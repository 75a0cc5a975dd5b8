namespace PlanRegistry.Ledger;

public enum ProblemCode
{
    StaleWrite, IdempotencyConflict, UnknownDistrict, UnknownPlan, UnknownRecord, Duplicate, InvalidValue, AmendmentRoute, OutOfOrder,
    ApprovedContent, SamePerson, CertificateClosed, SecretContentRefused, ReasonRequired,
    NotAllowed,
}
