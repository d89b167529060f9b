namespace BridgeBot.Tests.EndToEnd;

/// <summary>The words of the story: what the two people write, and what they look for on the screen.</summary>
internal static class StoryTexts
{
    public const string Bot = "BridgeBot";
    public const string Team = "Marketing Team";
    public const string ChannelName = "Marketing";
    public const string OtherChannelName = "General";
    public const string GroupChat = "Deal Room";

    public const string Grumble =
        "The new packaging brochure is useless, it never has the pricing customers ask for. "
        + "Why can't we advertise in Packaging World, Acme reads it! "
        + "And Acme wants a tailored presentation on our services by next Friday.";

    /// <summary>Of the rep's raw words what marketing must never see.</summary>
    public const string RawWord = "useless";

    public const string UseThisChannel = "use this channel";
    public const string ChannelConnected = "Requests from sales come to this channel";
    public const string Welcome = "Hello, I'm BridgeBot";
    public const string LastExample = "Try number 3";
    public const string GoOnInPrivate = "let's go on in our personal chat";
    public const string ThreeAsks = "I understood three asks";

    public const string Form = "A few details";
    public const string WhatWorked = "What has worked well lately";
    public const string Next = "Next";
    public const string HalfDone = "In the works";

    public const string Preview = "How marketing would read it";
    public const string YourWords = "Your words";
    public const string Softened = "What I softened, and why";
    public const string AnotherWording = "Another wording";
    public const string Edit = "Edit";
    public const string KeepMyWords = "Keep my words";
    public const string Skip = "Skip";
    public const string PostIt = "Post it";
    public const string Posted = "Posted to Marketing: BR-";

    public const string Waiting = "Waiting for marketing";
    public const string Approve = "Approve";
    public const string Decline = "Decline";
    public const string DeclineLabel = "What should Sam Sales know?";
    public const string SendDecline = "Send and decline";
    public const string AskQuestion = "Ask a question";
    public const string QuestionLabel = "What would you like to know from Sam Sales?";
    public const string SendQuestion = "Send question";

    public const string History = "History";
    public const string HistoryTitle = "What happened so far";
    public const string PostedEvent = "Posted to marketing's channel.";
    public const string ApprovedEvent = "Approved by Maria Marketing.";
    public const string BackToTheRequest = "Back to the request";
    public const string HandedOver = "Maria Marketing has handed it to Chris Campaigns.";
    public const string ColleagueHasIt = "Chris Campaigns has BR-";
    public const string Remark = "We can have it in blue or in green.";
    public const string PassedOn = "I have passed that on to Sam Sales.";
    public const string MariaWrites = "Maria Marketing writes";
    public const string WriteBack = "Write back";
    public const string Reply = "Green, please.";
    public const string PreviewReply = "Preview my reply";
    public const string ReplyPreview = "This is what marketing will read";
    public const string SamReplies = "Sam Sales replies: ";
    public const string ApprovedBy = "Approved by Maria Marketing";
    public const string ApprovedReply = "Approved by Maria Marketing.";
    public const string GoodNews = "Good news: Maria Marketing approved";
    public const string DeclinedBy = "Declined by Maria Marketing";
    public const string NotThisTime = "Maria Marketing could not say yes";
    public const string HasAQuestion = "Maria Marketing has a question";
    public const string YourAnswer = "Your answer";
    public const string PreviewAnswer = "Preview my answer";
    public const string AnswerPreview = "Marketing will see exactly this";
    public const string Send = "Send";
    public const string AnswerReply = "Sam Sales answers: ";

    public const string TakeIt = "Take it";
    public const string InHand = "In progress with Maria Marketing";
    public const string TakenOn = "Maria Marketing has taken on";
    public const string PromiseADay = "Promise a day";
    public const string ByWhen = "By when?";
    public const string PromiseIt = "Promise it";
    public const string IsOverAlready = "1 May 2020 is over already.";
    public const string Promises = "Maria Marketing promises";
    public const string Deliver = "Deliver";
    public const string DeliverLabel = "A link or a note for Sam Sales";
    public const string DeliverIt = "Deliver it";
    public const string DeliveredBy = "Delivered by Maria Marketing";
    public const string HasDelivered = "Maria Marketing has delivered";
    public const string CustomerSaid = "What did the customer say?";
    public const string MovedForward = "It moved forward";
    public const string Noted = "Noted. Yes, the deal moved forward.";
    public const string ThanksLabel = "A word of thanks for Maria Marketing?";
    public const string PostThanks = "Post my thanks";
    public const string ThanksPosted = "Maria Marketing can read your thanks";
    public const string ThanksReply = "Sam Sales says thank you: ";
    public const string OutcomeReply = "Did it help? Sam Sales says: Yes, the deal moved forward.";

    public const string TooLong = "That is a little long.";
    public const string HowItMayLand = "How it may land";
    public const string SendTheSuggestion = "Send the suggestion";
    public const string AskForChanges = "Ask for changes";
    public const string ChangesLabel = "What should Sam Sales change?";
    public const string SendItBack = "Send it back";
    public const string WouldLikeAChange = "Maria Marketing would like a change";
    public const string ChangeIt = "Change it";
    public const string EditTitle = "Make it yours";
    public const string EditLabel = "What marketing will read";
    public const string PreviewIt = "Show me";
    public const string Version2 = "the card shows version 2.";
    public const string WithdrawIt = "Withdraw it";
    public const string AskCommand = "ask";
    public const string GoOnInOurChat = "Go on in our chat";
    public const string MovedHere = "Moved here by Maria Marketing.";
    public const string HasMoved = "has moved";
    public const string TakenBack = "Sam Sales has taken the request back.";

    public const string Status = "status";
    public const string OpenRequests = "Your open requests";
    public const string DigestNow = "digest now";
    public const string OwnDigestTitle = "Your week with marketing";
    public const string MorePages = "Acme would like a page on recycling, too.";
    public const string OpenedAgain = "Sam Sales has opened it again: ";
    public const string MineTitle = "In hand with Maria Marketing";
    public const string OverdueTitle = "Overdue requests";
    public const string NothingOverdue = "Nothing is overdue.";
    public const string EveryReply = "From now on I pass on every reply below a card of this channel";

    public const string RepId = "00000000-0000-0000-0000-000000000100";
    public const string MarketerId = "00000000-0000-0000-0000-000000000101";
    public const string PersonalHelp = "Tell me in your own words what you need from marketing.";
    public const string HandingOver = "I am handing over all requests of Sam Sales to Maria Marketing";
    public const string HandedOverBy = "Maria Marketing has handed this request over from Sam Sales to Maria Marketing.";

    public const string OpenTitle = "Open requests";
    public const string BoardTitle = "The board";
    public const string FindTitle = "Requests with";
    public const string DigestTitle = "The week between sales and marketing";
}
