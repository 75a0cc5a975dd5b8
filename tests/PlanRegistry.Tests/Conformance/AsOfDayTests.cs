using CsCheck;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Whatever a day judged is asked, it knows the first later day on which it would answer otherwise.</summary>
public sealed class AsOfDayTests
{
    private static readonly DateOnly Begin = new(2026, 11, 30);

    private static readonly Func<AsOfDay, DateOnly, object>[] Questions =
    [
        (day, other) => day < other, (day, other) => day <= other, (day, other) => day > other, (day, other) => day >= other,
        (day, other) => other < day, (day, other) => other <= day, (day, other) => other > day, (day, other) => other >= day,
        (day, other) => day == other, (day, other) => day != other, (day, other) => other == day, (day, other) => other != day,
        (day, other) => (DateOnly?)other < day, (day, _) => day.Year, (day, _) => day.Day, (day, _) => day.ToString(),
        (day, _) => day.GetHashCode(), (day, other) => (day.Equals(other), day.Day),
    ];

    private static readonly Gen<(Func<AsOfDay, DateOnly, object> Ask, int On, int Other, int Ahead)> Asked = Gen.Select(
        Gen.Int[0, Questions.Length - 1], Gen.Int[0, 800], Gen.Int[-40, 40], Gen.Int[-30, 30],
        (question, on, other, ahead) => (Questions[question], on, on + other, ahead));

    private static readonly Gen<(int[] Others, int On)> Several = Gen.Select(Gen.Int[-40, 40].Array[1, 5], Gen.Int[0, 800]);

    [Fact]
    public void The_day_noted_is_exactly_the_first_on_which_the_answer_is_another() => Asked.Sample(a =>
    {
        var (day, other, next) = (Begin.AddDays(a.On), Begin.AddDays(a.Other), new NextTurn());

        var answer = a.Ask(new AsOfDay(day, next).AddDays(a.Ahead), other);

        answer.Should().Be(a.Ask(day.AddDays(a.Ahead), other), "a day judged answers as a plain day does");
        next.Day.Should().Be(FirstOtherAnswer(a.Ask, day, a.Ahead, other, answer is int or string ? 800 : 100));
    }, iter: 5_000, threads: 1);

    [Fact]
    public void Of_several_answers_the_earliest_day_is_kept() => Several.Sample((others, on) =>
    {
        var (day, next) = (Begin.AddDays(on), new NextTurn());

        _ = others.Count(other => new AsOfDay(day, next) > day.AddDays(other));

        next.Day.Should().Be(others.Where(o => o >= 0).Min(o => (DateOnly?)day.AddDays(o + 1)));
    }, iter: 2_000, threads: 1);

    [Fact]
    public void What_is_only_told_is_not_noted_nor_what_never_changes()
    {
        var next = new NextTurn();
        var day = new AsOfDay(Begin, next);

        day.Unwatched.Should().Be(Begin);
        (day > Begin.AddDays(-1)).Should().BeTrue();
        (day < DateOnly.MinValue).Should().BeFalse();
        (day <= DateOnly.MaxValue).Should().BeTrue("no day comes after that one");

        next.Day.Should().BeNull();
    }

    private static DateOnly? FirstOtherAnswer(Func<AsOfDay, DateOnly, object> ask, DateOnly day, int ahead, DateOnly other, int within)
    {
        var now = ask(day.AddDays(ahead), other);
        return Enumerable.Range(1, within).Select(n => (DateOnly?)day.AddDays(n))
            .FirstOrDefault(d => !ask(d!.Value.AddDays(ahead), other).Equals(now));
    }
}
