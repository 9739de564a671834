package de.quartierwerk.funding.attachment;

import static de.quartierwerk.funding.Api.as;
import static de.quartierwerk.funding.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of an application, from the applicant to the office and back. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class AttachmentIT {

    private static final byte[] TABLE = "Beleg;Betrag\nMiete;1,00\n".getBytes(StandardCharsets.UTF_8);

    private String draft;

    @BeforeEach
    void prepare() {
        Api.applicants();
        draft = Api.draft(Api.programme("60000.00", "[]"), Api.space("99001001"), "20000.00");
    }

    @Test
    void aFileComesBackAsItCame() {
        String id = add("supplier", draft, "belege.csv", TABLE)
                .then()
                .statusCode(201)
                .body("type", equalTo("CSV"))
                .body("kind", equalTo("receipt"))
                .body("sha256", hasLength(64))
                .extract()
                .path("id");

        Response file = get("supplier", "applications/" + draft + "/attachments/" + id);

        assertThat(file.asByteArray()).isEqualTo(TABLE);
        file.then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Disposition", containsString("attachment"));
        get("supplier", "applications/" + draft + "/attachments").then().body("items[0].id", equalTo(id));
    }

    @Test
    void whoDoesNotSeeTheApplicationSeesNoFileOfIt() {
        String id = add("supplier", draft, "belege.csv", TABLE).path("id");

        for (String user : new String[] {"supplier2", "funding-officer", "clerk"}) {
            add(user, draft, "x.csv", TABLE).then().statusCode(404).body("code", equalTo("application.not-found"));
            get(user, "applications/" + draft + "/attachments").then().statusCode(404);
            get(user, "applications/" + draft + "/attachments/" + id).then().statusCode(404);
        }
        get(null, "applications/" + draft + "/attachments").then().statusCode(401);
        add("planner", draft, "x.csv", TABLE).then().statusCode(403);
    }

    @Test
    void aProgrammeAsksForFilesBeforeTheSubmission() {
        String programme = Api.key("programme");
        String line =
                get("planner", "programmes/" + Api.programme("60000.00", "[]")).path("budgetLine");
        Api.put(
                        "funding-officer",
                        "programmes/" + programme,
                        "{\"name\":\"P\",\"budgetLine\":\"" + line
                                + "\",\"documentsRequired\":[\"receipt\",\"concept\"]}")
                .then()
                .statusCode(201)
                .body("documentsRequired", contains("receipt", "concept"));
        String id = Api.draft(programme, Api.space("99001001"), "20000.00");
        add("supplier", id, "belege.csv", TABLE).then().statusCode(201);

        Api.step("supplier", id, "submission", "{}")
                .then()
                .statusCode(422)
                .body("code", equalTo("application.incomplete"))
                .body("errors.value", contains("concept"))
                .body("errors[0].pointer", equalTo("/attachments"))
                .body("errors[0].message", containsString("concept"));
        get("supplier", "applications/" + id).then().body("allowedActions", not(hasItem("submission")));
        get("supplier", "applications?programme=" + programme)
                .then()
                .body("items[0].allowedActions", not(hasItem("submission")));
        as("supplier")
                .multiPart("file", "konzept.csv", TABLE)
                .multiPart("kind", "concept")
                .post("/v1/applications/" + id + "/attachments")
                .then()
                .statusCode(201);
        get("supplier", "applications/" + id).then().body("allowedActions", hasItem("submission"));
        Api.stepped("supplier", id, "submission", "{}");
    }

    @Test
    void whatMayNotBeAttachedIsRefusedWithTheReason() {
        add("supplier", draft, "rechnung.pdf", new byte[] {'M', 'Z', 0, 1})
                .then()
                .statusCode(422)
                .body("code", equalTo("attachment.refused"))
                .body("detail", containsString("none of PDF"));
        as("supplier")
                .multiPart("title", "x")
                .post("/v1/applications/" + draft + "/attachments")
                .then()
                .statusCode(400)
                .body("code", equalTo("file.required"));
        add("supplier", draft, "gross.csv", new byte[20 * 1024 * 1024 + 1])
                .then()
                .statusCode(413);
        as("supplier")
                .multiPart("file", "a.csv", TABLE)
                .multiPart("kind", "photo")
                .post("/v1/applications/" + draft + "/attachments")
                .then()
                .statusCode(400)
                .body("code", equalTo("attachment.kind"));
        get("supplier", "applications/" + draft + "/attachments").then().body("items.size()", equalTo(0));
    }

    @Test
    void aListOfReceiptsIsCheckedRowByRow() {
        String right = "Beleg;Datum;Empfänger;Position;Betrag\n1;03.02.2030;Vermieter;Miete;1.200,50\n";
        String path = "/v1/applications/" + draft + "/receipts";

        as("supplier")
                .multiPart(
                        "file",
                        "belege.csv",
                        right.replace("03.02.2030", "03.02.2029").getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("receipts.invalid"))
                .body("errors[0].line", equalTo(2))
                .body("errors[0].column", equalTo("Datum"))
                .body("errors[0].code", equalTo("receipts.outside-period"));
        get("supplier", "applications/" + draft + "/attachments").then().body("items.size()", equalTo(0));
        as("supplier")
                .multiPart("file", "belege.csv", right.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(200)
                .body("receipts", equalTo(1))
                .body("total.amount", equalTo("1200.50"))
                .body("items[0].item", equalTo("Miete"));
        as("supplier2").multiPart("file", "belege.csv", TABLE).post(path).then().statusCode(404);
    }

    private static Response add(String user, String application, String name, byte[] content) {
        return as(user).multiPart("file", name, content)
                .multiPart("kind", "receipt")
                .multiPart("title", "Belege")
                .post("/v1/applications/" + application + "/attachments");
    }
}
