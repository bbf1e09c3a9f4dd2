using YiyuanSafety.Drafting.Format.Checks;

namespace YiyuanSafety.Drafting.Format.Rules;

/// <summary>One row of the table of rules.</summary>
/// <param name="Id">Id of the rule; where a clause binds differently in its parts, several rows share one.</param>
/// <param name="Clause">Clause of GB/T 9704-2012, article of the 条例, or empty for a custom.</param>
/// <param name="Strength">How strongly it binds.</param>
/// <param name="Says">What it says, in Chinese.</param>
/// <param name="Check">How a paper is checked.</param>
internal sealed record Rule(string Id, string Clause, Strength Strength, string Says, Check Check);
