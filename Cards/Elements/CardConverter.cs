using System.Text.Json;
using System.Text.Json.Serialization;

namespace BridgeBot.Cards.Elements;

/// <summary>Writes a card, element by element. By hand, since that takes a fraction of the time and memory of JsonSerializer's own way through so
/// many small objects of several types, on which it does not generate code (bench <c>cards</c>).</summary>
internal sealed class CardConverter : JsonConverter<AdaptiveCard>
{
    public override AdaptiveCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("cards are only written");

    public override void Write(Utf8JsonWriter writer, AdaptiveCard value, JsonSerializerOptions options) => Write(writer, value);

    private static void Write(Utf8JsonWriter json, AdaptiveCard card)
    {
        json.WriteStartObject();
        json.WriteString("type", "AdaptiveCard");
        Put(json, "$schema", card.Schema);
        Put(json, "version", card.Version);
        Put(json, "fallbackText", card.FallbackText);
        if (card.Msteams is { } teams)
        {
            Write(json, teams);
        }

        Put(json, "body", card.Body, Write);
        Put(json, "actions", card.Actions, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TeamsProperties teams)
    {
        json.WriteStartObject("msteams");
        Put(json, "width", teams.Width);
        Put(json, "entities", teams.Entities, static (json, mention) =>
        {
            json.WriteStartObject();
            json.WriteString("type", "mention");
            json.WriteString("text", mention.Text);
            json.WriteStartObject("mentioned");
            json.WriteString("id", mention.Mentioned.Id);
            json.WriteString("name", mention.Mentioned.Name);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CardElement element)
    {
        json.WriteStartObject();
        switch (element)
        {
            case TextBlock text:
                json.WriteString("type", "TextBlock");
                json.WriteString("text", text.Text);
                Put(json, "size", text.Size);
                Put(json, "weight", text.Weight);
                Put(json, "color", text.Color);
                Put(json, "isSubtle", text.IsSubtle);
                Put(json, "style", text.Style);
                Put(json, "horizontalAlignment", text.HorizontalAlignment);
                json.WriteBoolean("wrap", true);
                break;
            case RichTextBlock text:
                json.WriteString("type", "RichTextBlock");
                Put(json, "inlines", text.Inlines, Write);
                break;
            case Container container:
                json.WriteString("type", "Container");
                Put(json, "style", container.Style);
                Put(json, "items", container.Items, Write);
                break;
            case ColumnSet set:
                json.WriteString("type", "ColumnSet");
                Put(json, "columns", set.Columns, Write);
                break;
            case Image image:
                json.WriteString("type", "Image");
                json.WriteString("url", image.Url);
                json.WriteString("altText", image.AltText);
                break;
            case VerticalBarChart chart:
                Write(json, chart);
                break;
            case InputElement input:
                Write(json, input);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(element), element.GetType().Name, "an element that nobody writes");
        }

        Put(json, "spacing", element.Spacing);
        Put(json, "separator", element.Separator);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, VerticalBarChart chart)
    {
        json.WriteString("type", "Chart.VerticalBar");
        json.WriteString("title", chart.Title);
        json.WriteBoolean("showBarValues", true);
        Put(json, "data", chart.Data, static (json, bar) =>
        {
            json.WriteStartObject();
            json.WriteString("x", bar.X);
            json.WriteNumber("y", bar.Y);
            json.WriteEndObject();
        });
        json.WritePropertyName("fallback");
        Write(json, chart.Fallback);
    }

    private static void Write(Utf8JsonWriter json, InputElement input)
    {
        json.WriteString("type", input switch { TextInput => "Input.Text", DateInput => "Input.Date", _ => "Input.ChoiceSet" });
        json.WriteString("id", input.Id);
        json.WriteString("label", input.Label.Value);
        Put(json, "isRequired", input.IsRequired);
        Put(json, "errorMessage", input.ErrorMessage);
        switch (input)
        {
            case TextInput text:
                Put(json, "value", text.Value);
                Put(json, "placeholder", text.Placeholder);
                Put(json, "isMultiline", text.IsMultiline);
                if (text.MaxLength is { } most)
                {
                    json.WriteNumber("maxLength", most);
                }

                break;
            case DateInput date:
                Put(json, "value", date.Value);
                break;
            case ChoiceSet choice:
                Put(json, "value", choice.Value);
                Put(json, "placeholder", choice.Placeholder);
                Put(json, "choices", choice.Choices, static (json, one) =>
                {
                    json.WriteStartObject();
                    json.WriteString("title", one.Title.Value);
                    json.WriteString("value", one.Value);
                    json.WriteEndObject();
                });
                if (choice.People is { } people)
                {
                    json.WriteStartObject("choices.data");
                    json.WriteString("type", "Data.Query");
                    json.WriteString("dataset", people.Dataset);
                    json.WriteEndObject();
                }

                break;
        }
    }

    private static void Write(Utf8JsonWriter json, TextRun run)
    {
        json.WriteStartObject();
        json.WriteString("text", run.Text.Value);
        json.WriteString("type", "TextRun");
        Put(json, "size", run.Size);
        Put(json, "weight", run.Weight);
        Put(json, "color", run.Color);
        Put(json, "isSubtle", run.IsSubtle);
        Put(json, "highlight", run.Highlight);
        Put(json, "italic", run.Italic);
        if (run.SelectAction is { } action)
        {
            json.WritePropertyName("selectAction");
            Write(json, action);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Column column)
    {
        json.WriteStartObject();
        json.WriteString("type", "Column");
        json.WriteString("width", column.Width);
        Put(json, "style", column.Style);
        Put(json, "items", column.Items, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CardAction action)
    {
        json.WriteStartObject();
        switch (action)
        {
            case ExecuteAction execute:
                json.WriteString("type", "Action.Execute");
                json.WriteString("verb", execute.Verb);
                WriteData(json, execute.Data, null);
                Put(json, "associatedInputs", execute.AssociatedInputs);

                // The same as a message with a value; it has no verb of its own, so the data carries it.
                json.WriteStartObject("fallback");
                json.WriteString("type", "Action.Submit");
                WriteData(json, execute.Data, execute.Verb);
                Put(json, "associatedInputs", execute.AssociatedInputs);
                json.WriteString("title", execute.Title);
                Put(json, "style", execute.Style);
                json.WriteEndObject();
                break;
            case SubmitAction submit:
                json.WriteString("type", "Action.Submit");
                WriteData(json, submit.Data, null);
                break;
            case ShowCardAction show:
                json.WriteString("type", "Action.ShowCard");
                json.WritePropertyName("card");
                Write(json, show.Card);
                break;
            case OpenUrlAction open:
                json.WriteString("type", "Action.OpenUrl");
                json.WriteString("url", open.Url);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action.GetType().Name, "an action that nobody writes");
        }

        json.WriteString("title", action.Title);
        Put(json, "style", action.Style);
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, IReadOnlyList<(string Name, string Value)> data, string? verb)
    {
        json.WriteStartObject("data");
        for (var i = 0; i < data.Count; i++)
        {
            json.WriteString(data[i].Name, data[i].Value);
        }

        Put(json, Verbs.Verb, verb);
        json.WriteEndObject();
    }

    private static void Put(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Put(Utf8JsonWriter json, string name, Inert? text) => Put(json, name, text?.Value);

    private static void Put(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known)
        {
            json.WriteBoolean(name, known);
        }
    }

    private static void Put<T>(Utf8JsonWriter json, string name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
        {
            json.WriteString(name, Enum.GetName(known));
        }
    }

    private static void Put<T>(Utf8JsonWriter json, string name, IReadOnlyList<T>? items, Action<Utf8JsonWriter, T> write)
    {
        if (items is null)
        {
            return;
        }

        json.WriteStartArray(name);
        for (var i = 0; i < items.Count; i++)
        {
            write(json, items[i]);
        }

        json.WriteEndArray();
    }
}
