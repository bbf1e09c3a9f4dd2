using Scriban.Syntax;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>Checks at compile time that a tag names only fields that exist, following loop variables to the type they run over.</summary>
internal sealed class FieldChecker
{
    private static readonly string[] Words = ["for", "empty", "blank", "null", "true", "false", "this"];

    private readonly List<Dictionary<string, Type?>> _scopes;
    private readonly Action<string> _report;

    /// <summary>Prepares a check for a model; faults are reported as Chinese sentences.</summary>
    public FieldChecker(Type model, Action<string> report)
    {
        _report = report;
        _scopes = [TemplateFields.Of(model).ToDictionary(field => field.Name, field => (Type?)field.Property.PropertyType, StringComparer.Ordinal)];
    }

    /// <summary>Enters a block: a loop makes its variable known.</summary>
    public void Enter(ScriptStatement? statement)
    {
        var scope = new Dictionary<string, Type?>(StringComparer.Ordinal);
        if (statement is ScriptForStatement { Variable: ScriptVariable variable } loop)
            scope[variable.Name] = ItemOf(TypeOf(loop.Iterator));
        _scopes.Add(scope);
    }

    /// <summary>Leaves a block.</summary>
    public void Leave()
    {
        if (_scopes.Count > 1)
            _scopes.RemoveAt(_scopes.Count - 1);
    }

    /// <summary>Checks an expression and gives its type; null where the type is not one of the model's.</summary>
    public Type? TypeOf(ScriptNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case ScriptVariable variable:
                return Variable(variable.Name);
            case ScriptMemberExpression { Target: ScriptVariable group } when Sandbox.FunctionGroups.Contains(group.Name) || group.Name == "for":
                return null;
            case ScriptMemberExpression member:
                return Member(member);
            case ScriptAssignExpression { Target: ScriptVariable target } assignment:
                _scopes[^1][target.Name] = TypeOf(assignment.Value);
                return null;
            default:
                for (var i = 0; i < node.ChildrenCount; i++)
                    TypeOf(node.GetChildren(i));
                return null;
        }
    }

    private Type? Variable(string name)
    {
        for (var i = _scopes.Count - 1; i >= 0; i--)
        {
            if (_scopes[i].TryGetValue(name, out var type))
                return type;
        }

        if (!Words.Contains(name) && !Sandbox.FunctionGroups.Contains(name))
            Unknown(name, _scopes.SelectMany(scope => scope.Keys), "");
        return null;
    }

    private Type? Member(ScriptMemberExpression member)
    {
        var target = TypeOf(member.Target);
        var name = member.Member?.Name ?? "";
        if (target is null || name is "size" or "empty?")
            return null;
        var fields = TemplateFields.Of(target);
        if (fields.Count == 0)
            return null;
        if (fields.FirstOrDefault(field => field.Name == name) is { } found)
            return found.Property.PropertyType;
        Unknown(name, fields.Select(field => field.Name), member.Target + ".");
        return null;
    }

    private static Type? ItemOf(Type? list) =>
        list?.GetInterfaces().Append(list).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private void Unknown(string name, IEnumerable<string> known, string prefix)
    {
        var nearest = known.Select(one => (Name: one, Distance: EditDistance.Between(name, one, 4))).OrderBy(one => one.Distance).FirstOrDefault();
        var hint = nearest.Name is not null && nearest.Distance <= Math.Max(1, name.Length / 3) ? $"，是否为 {prefix}{nearest.Name}？" : "。可用的字段见“template fields”。";
        _report("没有这个字段" + hint);
    }
}
