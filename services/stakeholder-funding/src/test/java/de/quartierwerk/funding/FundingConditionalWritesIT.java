package de.quartierwerk.funding;

import de.quartierwerk.kit.testing.ConditionalWritesTest;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class FundingConditionalWritesIT extends ConditionalWritesTest {

    private static final String AMOUNT = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";
    private static final String PAYMENT = "payments/00000000-0000-4000-8000-000000000000/";

    /** The steps of an application, which answer 412 before anything else is looked at. */
    private static final Map<String, Step> STEPS = Map.ofEntries(
            Map.entry("submitApplication", new Step("submission", null)),
            Map.entry("assessApplication", new Step("assessment", "{\"recommendation\":\"grant\"}")),
            Map.entry("addConsultation", new Step("consultations", Api.consultation())),
            Map.entry("decideApplication", new Step("decision", Api.grant())),
            Map.entry(
                    "agreeGrant",
                    new Step(
                            "agreement",
                            "{\"kind\":\"notice\",\"number\":\"B-1\",\"signedOn\":\"" + Api.today() + "\"}")),
            Map.entry(
                    "returnApplication",
                    new Step(
                            "return",
                            "{\"items\":[{\"pointer\":\"/costs\",\"reason\":\"x\"}],\"deadline\":\"2099-01-01\"}")),
            Map.entry("withdrawApplication", new Step("withdrawal", "{}")),
            Map.entry("waiveGrant", new Step("waiver", "{\"reason\":\"x\"}")),
            Map.entry(
                    "revokeGrant",
                    new Step("revocation", "{\"decidedOn\":\"2024-07-01\",\"reason\":\"x\",\"legalBasis\":\"x\"}")),
            Map.entry("closeApplication", new Step("closure", "{}")),
            Map.entry("remarkApplication", new Step("remark", "{\"text\":\"x\"}")),
            Map.entry("correctRecord", new Step("correction", "{\"record\":\"decision\",\"reason\":\"x\"}")),
            Map.entry("confirmCorrection", new Step("correction/1/confirmation", null)),
            Map.entry("meetCondition", new Step("conditions/1/fulfilment", "{\"metOn\":\"2024-07-01\"}")),
            Map.entry("commitTranche", new Step("tranches/2030/commitment", null)),
            Map.entry(
                    "waiveClaim",
                    new Step(
                            "recovery/waiver",
                            "{\"decidedOn\":\"2024-07-01\",\"reason\":\"x\",\"legalBasis\":\"x\",\"amount\":" + AMOUNT
                                    + "}")),
            Map.entry("hearRecipient", new Step("hearing", "{\"sentOn\":\"2024-07-01\",\"until\":\"2024-07-15\"}")),
            Map.entry(
                    "addRepayment",
                    new Step("recovery/repayments", "{\"paidOn\":\"2024-07-01\",\"amount\":" + AMOUNT + "}")),
            Map.entry("certifyPayment", new Step("payments", "{\"year\":2030,\"amount\":" + AMOUNT + "}")),
            Map.entry("orderPayment", new Step(PAYMENT + "order", null)),
            Map.entry("rejectPayment", new Step(PAYMENT + "rejection", "{\"reason\":\"x\"}")),
            Map.entry(
                    "deliverProofOfUse",
                    new Step(
                            "proof-of-use",
                            "{\"report\":\"x\",\"costs\":[{\"item\":\"x\",\"amount\":" + AMOUNT + "}]}")),
            Map.entry("reviewProofOfUse", new Step("review", "{\"eligible\":" + AMOUNT + ",\"note\":\"x\"}")),
            Map.entry(
                    "recoverGrant",
                    new Step(
                            "recovery",
                            "{\"amount\":" + AMOUNT + ",\"heardOn\":\"2024-07-01\",\"decidedOn\":\"2024-07-01\","
                                    + "\"reason\":\"x\",\"legalBasis\":\"x\"}")));

    private static final String NOTICE = "{\"kind\":\"notice\",\"title\":\"%s\",\"originator\":\"x\"}";

    private record Step(String path, String body) {}

    @Override
    protected Set<String> conditionalPosts() {
        Set<String> posts = new HashSet<>(STEPS.keySet());
        posts.addAll(Set.of("addPaperConsultation", "decidePaper"));
        return posts;
    }

    @Override
    protected Map<String, Supplier<Existing>> things() {
        Map<String, Supplier<Existing>> things = new HashMap<>(STEPS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, step -> () -> taken(step.getValue()))));
        things.put(
                "putStakeholder",
                () -> changed("planner", "stakeholders", "{\"name\":\"%s\",\"kind\":\"k\",\"published\":true}"));
        things.put("putOffer", () -> {
            Api.applicants();
            return changed("planner", "offers", "{\"stakeholder\":\"verband-a\",\"name\":\"%s\"}");
        });
        things.put("putBody", () -> changed("funding-officer", "bodies", "{\"name\":\"%s\",\"kind\":\"committee\"}"));
        things.put("putBudgetLine", () -> changed("funding-officer", "budget-lines", "{\"name\":\"%s\"}"));
        things.put(
                "putPost",
                () -> unreadable(changed(
                        "funding-officer",
                        "posts",
                        "{\"title\":\"%s\",\"fte\":1,\"from\":\"1991-01-01\",\"to\":\"1991-12-31\","
                                + "\"paperNumber\":\"1\"}")));
        things.put("putBaseRate", () -> {
            String path = "base-rates/1991-01-01";
            Api.put("funding-officer", path, "{\"percent\":1.5}");
            return new Existing("funding-officer", "/funding/v1/" + path, "{\"percent\":2.5}", false);
        });
        things.put("putPaper", () -> changed("clerk", "papers", NOTICE));
        things.put("addPaperConsultation", () -> ofPaper("consultations", """
                {"body":"council","heldOn":"2024-07-01","result":"noted"}"""));
        things.put("decidePaper", () -> ofPaper("decision", """
                {"body":"council","decidedOn":"2024-07-01","result":"refused"}"""));
        things.put("reportMandate", () -> {
            String paper = changed("clerk", "papers", NOTICE).path().replace("/funding/v1/", "");
            String id = Api.post(
                            "clerk",
                            paper + "/mandates",
                            "{\"text\":\"x\",\"responsible\":\"x\",\"due\":\"2024-07-01\"}")
                    .path("id");
            return new Existing("clerk", "/funding/v1/mandates/" + id, "{\"state\":\"done\",\"report\":\"x\"}");
        });
        things.put("putProgramme", () -> {
            String line = Api.key("line");
            Api.put("funding-officer", "budget-lines/" + line, "{\"name\":\"L\"}")
                    .then()
                    .statusCode(201);
            return changed("funding-officer", "programmes", "{\"name\":\"%s\",\"budgetLine\":\"" + line + "\"}");
        });
        things.put("putApplication", () -> {
            Draft draft = draft();
            String body = draft.content().replace("Koordinierungsstelle", "Beratungsstelle");
            return new Existing("supplier", "/funding/v1/applications/" + draft.id(), body);
        });
        things.put(
                "deleteApplication", () -> new Existing("supplier", "/funding/v1/applications/" + draft().id(), null));
        return things;
    }

    @Override
    protected Map<String, String> exceptions() {
        return Map.of("putBankDetails", "each change is a row of its own that waits for a second person");
    }

    private static Existing ofPaper(String step, String body) {
        String paper = changed("clerk", "papers", NOTICE).path();
        return new Existing("clerk", paper + "/" + step, body, false);
    }

    private static Existing unreadable(Existing thing) {
        return new Existing(thing.user(), thing.path(), thing.body(), false);
    }

    private record Draft(String id, String content) {}

    private static Draft draft() {
        Api.applicants();
        String programme = Api.programme("60000.00", "[]");
        String space = Api.space("99001001");
        return new Draft(Api.draft(programme, space, "50000.00"), Api.content(programme, space, "50000.00"));
    }

    private static Existing taken(Step step) {
        String path = "/funding/v1/applications/" + draft().id() + "/" + step.path();
        return new Existing("admin", path, step.body(), false);
    }

    private static Existing changed(String user, String list, String body) {
        String path = list + "/" + Api.key("t");
        Api.put(user, path, body.formatted("Vorher")).then().statusCode(201);
        return new Existing(user, "/funding/v1/" + path, body.formatted("Nachher"));
    }
}
