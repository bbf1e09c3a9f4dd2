namespace YiyuanSafety.Host.Api.Views;

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to give as cursor for the next page; null where there is none.</param>
/// <param name="Total">How many rows there are on all pages.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int Total);
