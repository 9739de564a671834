package de.quartierwerk.funding.letter;

import static de.quartierwerk.funding.Api.as;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.funding.document.DocumentForm;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Documents that are made of a grant, numbered and never changed. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class LetterIT {

    @Test
    void anAgreementIsMadeOnceAndStays() throws IOException, NoSuchAlgorithmException {
        Api.applicants();
        String id = Api.agreed(Api.programme("60000.00", "[]"), Api.space("99001001"), "20000.00");
        String path = "applications/" + id + "/documents";
        post("funding-officer", path, "{\"kind\":\"hearing\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("document.no-step"));

        Response made = post("funding-officer", path, "{\"kind\":\"agreement\"}");

        made.then().statusCode(201);
        int number = made.path("number");
        byte[] page = as("supplier")
                .accept("text/html")
                .get("/v1/" + path + "/" + number)
                .asByteArray();
        byte[] word = as("supplier")
                .accept(DocumentForm.DOCX_TYPE)
                .get("/v1/" + path + "/" + number)
                .asByteArray();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(page)))
                .isEqualTo(made.<String>path("sha256"));
        try (XWPFDocument opened = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor text = new XWPFWordExtractor(opened)) {
            assertThat(text.getText()).contains("Purpose-bound agreement no. " + number, "20,000.00 EUR", "ZV-1");
        }
        post("funding-officer", path, "{\"kind\":\"agreement\"}").then().statusCode(201);
        get("supplier", path).then().body("items.size()", equalTo(2)).body("items[0].number", equalTo(number));
        get("supplier2", path).then().statusCode(404);
        get("supplier", path + "/999999999").then().statusCode(404).body("code", equalTo("document.not-found"));
    }
}
