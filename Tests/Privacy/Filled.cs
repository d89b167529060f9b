using System.Reflection;
using System.Text.Json.Serialization;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Privacy;

/// <summary>Values of any of our records that hold somebody wherever they can.</summary>
/// <param name="Person">Stands wherever a person can.</param>
/// <param name="Chat">Stands wherever a conversation can.</param>
/// <param name="Text">Stands wherever a text can.</param>
internal sealed record Filled(Person Person, ConversationReference Chat, string Text)
{
    /// <summary>One for each case of a closed set that can stand anywhere in it, and in each of them everything is filled.</summary>
    public IReadOnlyList<object> Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => [Text],
            _ when type == typeof(int) => [1],
            _ when type == typeof(long) => [1L],
            _ when type == typeof(bool) => [true],
            _ when type == typeof(double) => [1.0],
            _ when type == typeof(DateTimeOffset) => [new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)],
            _ when type == typeof(DateOnly) => [new DateOnly(2026, 11, 23)],
            _ when type == typeof(TimeZoneInfo) => [TimeZoneInfo.Utc],
            _ when type == typeof(Person) => [Person],
            _ when type == typeof(ConversationReference) => [Chat],
            _ when type == typeof(IReadOnlyDictionary<string, string>) => [new Dictionary<string, string> { [Text] = Text }],
            _ when type.IsEnum => [type.GetEnumValues().GetValue(0)!],
            _ when type.IsGenericType && type.IsInterface => [.. Of(type.GetGenericArguments()[0]).Select(item => List(type.GetGenericArguments()[0], item))],
            _ when type.IsAbstract => [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>().SelectMany(one => Of(one.DerivedType))],
            _ => Constructed(type),
        };
    }

    private static Array List(Type of, object item)
    {
        var list = Array.CreateInstance(of, 1);
        list.SetValue(item, 0);
        return list;
    }

    private List<object> Constructed(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        List<IReadOnlyList<object>> arguments = [.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))];
        List<object> values = [];
        for (var i = 0; i < arguments.Select(variants => variants.Count).Append(1).Max(); i++)
        {
            var value = constructor.Invoke([.. arguments.Select(variants => variants[i % variants.Count])]);
            foreach (var property in type.GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0))
            {
                if (constructor.GetParameters().All(parameter => parameter.Name != property.Name))
                {
                    property.SetValue(value, Of(property.PropertyType)[0]);
                }
            }

            values.Add(value);
        }

        return values;
    }
}
