using System.Text.Json.Nodes;

namespace BridgeBot.Tests.Turns;

/// <summary>Activities as Teams sends them (see Channel/Captures), each with an id of its own.</summary>
/// <param name="serviceUrl">Where the connector is.</param>
internal sealed class TeamsActivities(string serviceUrl)
{
    private int _last;

    /// <summary>The bot was added or removed.</summary>
    public JsonObject Installation(Someone who, Place where, string action) =>
        Of("installationUpdate", who, where, body => body["action"] = action);

    /// <summary>Somebody wrote.</summary>
    public JsonObject Message(Someone who, Place where, string text) => Of("message", who, where, body =>
    {
        body["text"] = text;
        if (where.Type != "personal")
        {
            // Without a mention Teams brings no message.
            body["text"] = $"<at>BridgeBot</at> {text}";
            body["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>BridgeBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "BridgeBot" },
            });
        }
    });

    /// <summary>Somebody wrote and mentioned nobody, where the app may read every message.</summary>
    public JsonObject Aside(Someone who, Place where, string text) => Of("message", who, where, body => body["text"] = text);

    /// <summary>Somebody mentioned somebody else in what they wrote.</summary>
    public static JsonObject Mentioning(JsonObject message, Someone whom)
    {
        var entities = message["entities"] as JsonArray ?? [];
        entities.Add(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = $"<at>{whom.Name}</at>",
            ["mentioned"] = new JsonObject { ["id"] = $"29:{whom.AadObjectId}", ["name"] = whom.Name },
        });
        message["entities"] = entities;
        message["text"] = $"{message["text"]} <at>{whom.Name}</at>";
        return message;
    }

    /// <summary>Somebody pressed a button with Action.Execute.</summary>
    public JsonObject Click(Someone who, Place where, Button button, string? card, params (string Id, string Value)[] inputs) =>
        Of("invoke", who, where, body =>
        {
            body["name"] = "adaptiveCard/action";
            body["replyToId"] = card;
            body["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.Verb, ["data"] = Data(button, inputs) },
            };
        });

    /// <summary>Somebody pressed a button in an older client: a message that carries the data.</summary>
    public JsonObject Submit(Someone who, Place where, Button button, string? card, params (string Id, string Value)[] inputs) =>
        Of("message", who, where, body =>
        {
            body["replyToId"] = card;
            body["value"] = Data(button.With("verb", button.Verb), inputs);
        });

    private static JsonObject Data(Button button, (string Id, string Value)[] inputs)
    {
        var data = new JsonObject();
        foreach (var (name, value) in button.Data.Select(pair => (pair.Key, pair.Value)).Concat(inputs))
        {
            data[name] = value;
        }

        return data;
    }

    private JsonObject Of(string type, Someone who, Place where, Action<JsonObject> more)
    {
        var body = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"activity-{Interlocked.Increment(ref _last)}",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = $"29:{who.AadObjectId}", ["name"] = who.Name, ["aadObjectId"] = who.AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "BridgeBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = where.Id,
                ["conversationType"] = where.Type,
                ["tenantId"] = where.TenantId,
                ["isGroup"] = where.Type != "personal",
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = where.TenantId } },
            ["locale"] = "en-US",
            ["localTimezone"] = "Europe/Berlin",
            ["channelId"] = "msteams",
        };
        more(body);
        return body;
    }
}
