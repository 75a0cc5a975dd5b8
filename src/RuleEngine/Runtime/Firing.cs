using RuleEngine.Diagnostics;
using RuleEngine.Extensibility;
using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>Runs the actions of one match.</summary>
internal sealed class Firing(Session session, EventAggregator events)
{
    public void Run(Activation activation, ActionContext context)
    {
        var trigger = TriggerOf(activation);
        activation.SetFired(session.State, trigger != ActionTrigger.Deactivated);
        events.RuleFiring(activation);
        if (session.ActionInterceptor is { } interceptor) Intercept(interceptor, trigger, activation, context);
        else
            foreach (var action in ((RuleNode)activation.Node).Actions)
                if (action.Trigger.HasFlag(trigger)) Run(action, activation, context);
        events.RuleFired(activation);
        activation.SetTrigger(session.State, activation.Trigger & MatchTrigger.Removed);
    }

    private void Intercept(IActionInterceptor interceptor, ActionTrigger trigger, Activation activation, ActionContext context) => interceptor.Intercept(
        context,
        [.. ((RuleNode)activation.Node).Actions.Where(a => a.Trigger.HasFlag(trigger)).Select(a => new Invocation(activation, trigger, () => Run(a, activation, context)))]);

    private static ActionTrigger TriggerOf(Activation activation) => activation.Trigger switch
    {
        MatchTrigger.Removed => ActionTrigger.Deactivated,
        MatchTrigger.Updated => ActionTrigger.Reactivated,
        _ => ActionTrigger.Activated,
    };

    private void Run(CompiledAction action, Activation activation, ActionContext context)
    {
        try
        {
            if (action.Run is { } run) run.Invoke(context, activation);
            else Yield(action, activation, context);
            events.RhsEvaluated(action.Source.Lambda, activation);
        }
        catch (Exception cause)
        {
            if (events.RhsFailed(action.Source.Lambda, activation, cause)) return;
            throw new RuleRhsExpressionEvaluationException(
                $"An action of the rule {activation.Rule.Name} failed. {cause.Message}", activation.Rule, action.Source.Lambda.ToString(), cause);
        }
    }

    /// <summary>The action itself is the key of what it yields for a match.</summary>
    private static void Yield(CompiledAction action, Activation activation, ActionContext context)
    {
        if (context.GetLinked(action) is not { } known) context.InsertLinked(action, action.Yield!.Invoke(context, activation));
        else if (action.YieldUpdate is { } update) context.UpdateLinked(action, update.Invoke(context, activation, known));
        else context.UpdateLinked(action, action.Yield!.Invoke(context, activation));
    }

    private sealed class Invocation(Activation activation, ActionTrigger trigger, Action invoke) : IActionInvocation
    {
        public IReadOnlyList<object?> Arguments => [.. activation.Facts.Select(f => f.Value)];
        public ActionTrigger Trigger => trigger;

        public void Invoke() => invoke();
    }
}
