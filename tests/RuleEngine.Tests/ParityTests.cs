// Written as a user of NRules 1.0 would write it. To build it against NRules, change these five lines and nothing else.
using RuleEngine;
using RuleEngine.Diagnostics;
using RuleEngine.Extensibility;
using RuleEngine.Fluent;
using RuleEngine.Fluent.Dsl;
using RuleEngine.RuleModel;
using System.Linq.Expressions;
using System.Reflection;

namespace RuleEngine.Tests;

/// <summary>Every member of the DSL and of the session in an ordinary rule file and host.</summary>
public class ParityTests
{
    [Fact]
    public void A_rule_that_uses_every_member_of_the_language_compiles_and_fires()
    {
        var repository = new RuleRepository(new DefaultRuleActivator());
        repository.Load(spec => spec.PrivateTypes().NestedTypes().From(typeof(EveryMember)).Where(m => m.IsTagged("all")).To("parity"));
        repository.GetRuleSets().Single().Name.Should().Be("parity");
        var compiler = new RuleCompiler();
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = EqualityComparer<object>.Default;
        compiler.FactIdentityComparerRegistry.RegisterComparer(EqualityComparer<Order>.Default);
        var factory = compiler.Compile(repository.GetRuleSets(), CancellationToken.None);
        factory.DependencyResolver = new Services();
        factory.ActionInterceptor = new Passing();
        var session = factory.CreateSession(s => s.AutoPropagateLinkedFacts = true);

        session.InsertAll([new Customer("Ann", true), new Order("Ann", 5), new Order("Ann", 9)]);
        session.Fire(10, CancellationToken.None).Should().Be(1);

        session.Query<Bill>().Should().Equal(new Bill("Ann", 14));
        Services.Log.Should().Contain("Ann 14");
        session.Retract(session.Query<Customer>().Single());
        session.Query<Bill>().Should().BeEmpty();
    }

    [Fact]
    public void Sessions_have_every_form_of_insert_update_and_retract()
    {
        ISession session = Harness.Session(typeof(EveryMember));
        var (one, all) = (new Order("Ann", 1), new object[] { new Order("Bob", 2), new Order("Cid", 3) });

        session.Insert(one);
        session.TryInsert(one).Should().BeFalse();
        session.InsertAll(all);
        session.TryInsertAll(all).FailedCount.Should().Be(2);
        session.TryInsertAll([.. all, new Order("Dan", 4)], BatchOptions.SkipFailed).Failed.Should().Equal(all);
        session.Update(one);
        session.TryUpdate(one).Should().BeTrue();
        session.UpdateAll(all);
        session.TryUpdateAll(all).FailedCount.Should().Be(0);
        session.TryUpdateAll(all, BatchOptions.AllOrNothing).FailedCount.Should().Be(0);
        session.TryRetract(one).Should().BeTrue();
        session.TryRetractAll([one, .. all]).FailedCount.Should().Be(1);
        session.TryRetractAll([one, .. all], BatchOptions.SkipFailed).Failed.Should().Equal(one);
        session.RetractAll(session.Query<Order>().ToList());
        session.PropagateLinked().Should().BeEmpty();
        (session.Fire() + session.Fire(1) + session.Fire(CancellationToken.None)).Should().Be(0);
        session.Agenda.Clear();
        session.Query<object>().Should().BeEmpty();
    }

    [Fact]
    public void Listeners_take_the_arguments_that_NRules_gives_them()
    {
        var events = Harness.Compile(typeof(EveryMember)).Events;
        EventHandler<AgendaEventArgs> agenda = (_, e) => _ = (e.Rule, e.Facts, e.Match);
        EventHandler<WorkingMemoryEventArgs> memory = (_, e) => _ = e.Fact;
        events.ActivationCreatedEvent += agenda;
        events.ActivationUpdatedEvent += agenda;
        events.ActivationDeletedEvent += agenda;
        events.RuleFiringEvent += agenda;
        events.RuleFiredEvent += agenda;
        events.FactInsertingEvent += memory;
        events.FactInsertedEvent += memory;
        events.FactUpdatingEvent += memory;
        events.FactUpdatedEvent += memory;
        events.FactRetractingEvent += memory;
        events.FactRetractedEvent += memory;
        EventHandler<LhsExpressionEventArgs> lhs = (_, e) => _ = (e.Expression, e.Arguments, e.Result, e.Exception, e.Facts);
        events.LhsExpressionEvaluatedEvent += lhs;
        events.LhsExpressionFailedEvent += (object? _, LhsExpressionErrorEventArgs e) => e.IsHandled = true;
        events.AgendaExpressionEvaluatedEvent += (object? _, AgendaExpressionEventArgs e) => _ = (e.Rule, e.Match);
        events.AgendaExpressionFailedEvent += (object? _, AgendaExpressionErrorEventArgs e) => e.IsHandled = true;
        events.RhsExpressionEvaluatedEvent += (object? _, RhsExpressionEventArgs e) => _ = (e.Rule, e.Match);
        events.RhsExpressionFailedEvent += (object? _, RhsExpressionErrorEventArgs e) => e.IsHandled = true;
        typeof(IRecoverableError).IsAssignableFrom(typeof(RhsExpressionErrorEventArgs)).Should().BeTrue();
    }

    [Theory]
    [InlineData(typeof(NameAttribute), false, false, true)]
    [InlineData(typeof(DescriptionAttribute), false, false, true)]
    [InlineData(typeof(RepeatabilityAttribute), false, false, true)]
    [InlineData(typeof(PriorityAttribute), false, true, true)]
    [InlineData(typeof(TagAttribute), true, true, false)]
    public void Attributes_are_used_as_those_of_NRules_are(Type attribute, bool mayRepeat, bool isInherited, bool isSealed)
    {
        var usage = attribute.GetCustomAttribute<AttributeUsageAttribute>()!;

        (usage.ValidOn, usage.AllowMultiple, usage.Inherited, attribute.IsSealed).Should().Be((AttributeTargets.Class, mayRepeat, isInherited, isSealed));
    }

    [Fact]
    public void Exceptions_derive_from_one_another_as_those_of_NRules_do()
    {
        Type[] chain = [typeof(Exception), typeof(RuleExecutionException), typeof(RuleExpressionEvaluationException)];
        Type[] last = [typeof(RuleLhsExpressionEvaluationException), typeof(RuleRhsExpressionEvaluationException), typeof(AgendaExpressionEvaluationException)];

        chain.Zip(chain.Skip(1)).Should().OnlyContain(pair => pair.Second.BaseType == pair.First);
        last.Should().OnlyContain(type => type.BaseType == chain[2]);
    }

    [Fact]
    public void The_facts_of_the_language_are_not_null()
    {
        var context = new NullabilityInfoContext();
        var methods = typeof(ILeftHandSideExpression).GetMethods().Concat(typeof(IRightHandSideExpression).GetMethods()).Where(m => m.IsGenericMethodDefinition);

        methods.Should().OnlyContain(m => m.GetGenericArguments().All(IsNotNull));
        context.Create(typeof(IContext).GetMethod(nameof(IContext.GetLinked))!.ReturnParameter).ReadState.Should().Be(NullabilityState.Nullable);
        context.Create(typeof(IFact).GetProperty(nameof(IFact.Value))!).ReadState.Should().Be(NullabilityState.Nullable);
        context.Create(typeof(ISession).GetProperty(nameof(ISession.ActionInterceptor))!).ReadState.Should().Be(NullabilityState.Nullable);
    }

    /// <summary>A constraint notnull is written as NullableAttribute(1) on the type parameter or as the method's context.</summary>
    private static bool IsNotNull(Type parameter)
    {
        var flags = parameter.CustomAttributes.Where(a => a.AttributeType.Name == "NullableAttribute").Select(a => a.ConstructorArguments[0].Value).ToList();
        var context = parameter.DeclaringMethod!.CustomAttributes.Concat(parameter.DeclaringType!.CustomAttributes)
            .Where(a => a.AttributeType.Name == "NullableContextAttribute").Select(a => a.ConstructorArguments[0].Value).FirstOrDefault();
        return (flags.FirstOrDefault() ?? context) is (byte)1;
    }

    private sealed record Customer(string Name, bool IsPreferred);

    private sealed record Order(string Customer, int Price);

    private sealed record Bill(string Customer, int Total);

    private interface IPost
    {
        void Send(string text);
    }

    private sealed class Services : IDependencyResolver, IPost
    {
        public static List<string> Log { get; } = [];

        public object Resolve(IResolutionContext context, Type serviceType) => this;

        public void Send(string text) => Log.Add(text);
    }

    private sealed class Passing : IActionInterceptor
    {
        public void Intercept(IContext context, IReadOnlyCollection<IActionInvocation> actions)
        {
            foreach (var action in actions.Where(a => a.Trigger != ActionTrigger.None && a.Arguments.Count > 0)) action.Invoke();
        }
    }

    [Name("every member"), Description("Uses all of the language."), Priority(5), Repeatability(RuleRepeatability.Repeatable), Tag("all"), Tag("parity")]
    private sealed class EveryMember : Rule
    {
        public override void Define()
        {
            IPost post = default!;
            Customer customer = default!;
            Order large = default!;
            IEnumerable<Order> orders = default!, sorted = default!;
            IEnumerable<int> prices = default!;
            IKeyedLookup<string, Order> byName = default!;
            IKeyedLookup<Order, Order> same = default!;
            IKeyedLookup<string, int> pricesByName = default!;
            IGrouping<string, Order> group = default!;
            IGrouping<string, int> priced = default!;
            Customer again = default!;
            var total = 0;

            Name("every member of the language");
            Priority(7);
            Dependency().Resolve(() => post);
            When()
                .Match<Customer>(() => customer, c => c.IsPreferred)
                .Match<Customer>(c => c.Name == customer.Name)
                .Exists<Order>(o => o.Customer == customer.Name)
                .Not<Order>(o => o.Customer == customer.Name, o => o.Price < 0)
                .All<Order>(o => o.Customer == customer.Name, o => o.Price > 0)
                .All<Order>(o => o.Price < 100)
                .And(x => x.Exists<Customer>())
                .Or(x => x.Not<Bill>(b => b.Total > 1000).Exists<Bill>(b => b.Total > 2000))
                .Match(() => large, o => o.Customer == customer.Name, o => o.Price > 6)
                .Query(() => again, q => q.From(() => customer))
                .Query(() => orders, q => q.Match<Order>(o => o.Customer == customer.Name).Where(o => o.Price > 0).Collect())
                .Query(() => sorted, q => q.Match<Order>().Collect().OrderBy(o => o.Customer).ThenBy(o => o.Price).ThenByDescending(o => o.Price))
                .Query(() => sorted, q => q.Match<Order>().Collect().OrderByDescending(o => o.Price))
                .Query(() => prices, q => q.Match<Order>().Select(o => new[] { o.Price }).SelectMany(p => p).Collect())
                .Query(() => group, q => q.Match<Order>().GroupBy(o => o.Customer))
                .Query(() => priced, q => q.Match<Order>().GroupBy(o => o.Customer, o => o.Price))
                .Query(() => same, q => q.Match<Order>().Collect().ToLookup())
                .Query(() => byName, q => q.Match<Order>().Collect().ToLookup(o => o.Customer))
                .Query(() => pricesByName, q => q.Match<Order>().Collect().ToLookup(o => o.Customer, o => o.Price))
                .Let(() => total, () => orders.Sum(o => o.Price))
                .Having(() => total > 10, () => group.Key == priced.Key);
            Filter()
                .OnChange(() => total, () => customer.Name)
                .Where(() => byName.Keys.Any() && same.Count > 0 && pricesByName.Count > 0 && prices.Any() && sorted.Any());
            Then()
                .Do(ctx => post.Send($"{again.Name} {total}"))
                .Do(ctx => ctx.Resolve<IPost>().Send(large.Customer))
                .Undo(ctx => post.Send("undone"))
                .Action(ctx => post.Send("again"), ActionTrigger.Reactivated)
                .Yield(ctx => new Bill(customer.Name, total), (ctx, bill) => new Bill(bill.Customer, total));
        }
    }
}
