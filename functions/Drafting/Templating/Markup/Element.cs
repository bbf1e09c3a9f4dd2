namespace YiyuanSafety.Drafting.Templating.Markup;

/// <summary>An element as a span of the part's text, so that what is not touched stays literally as it was.</summary>
internal sealed class Element(string name, int start, Element? parent)
{
    /// <summary>Name with prefix, as written.</summary>
    public string Name => name;

    /// <summary>Offset of the start tag.</summary>
    public int Start => start;

    /// <summary>Offset behind the start tag.</summary>
    public int ContentStart { get; set; }

    /// <summary>Offset of the end tag; equals <see cref="ContentStart"/> for an empty element.</summary>
    public int ContentEnd { get; set; }

    /// <summary>Offset behind the element.</summary>
    public int End { get; set; }

    /// <summary>Written as &lt;a/&gt;.</summary>
    public bool SelfClosed { get; set; }

    /// <summary>The element around it.</summary>
    public Element? Parent => parent;

    /// <summary>Child elements in order.</summary>
    public List<Element> Children { get; } = [];

    /// <summary>Nesting depth; the root has 0.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>This and all elements inside, in the order of the document.</summary>
    public IEnumerable<Element> All()
    {
        var stack = new Stack<Element>();
        stack.Push(this);
        while (stack.TryPop(out var next))
        {
            yield return next;
            for (var i = next.Children.Count - 1; i >= 0; i--)
                stack.Push(next.Children[i]);
        }
    }

    /// <summary>The nearest element around it that has one of the names.</summary>
    public Element? Around(params ReadOnlySpan<string> names)
    {
        for (var at = Parent; at is not null; at = at.Parent)
        {
            if (names.Contains(at.Name))
                return at;
        }
        return null;
    }

    /// <summary>Whether <paramref name="other"/> lies inside.</summary>
    public bool Holds(Element other) => Start <= other.Start && other.End <= End;
}
