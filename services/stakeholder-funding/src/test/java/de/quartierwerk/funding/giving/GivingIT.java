package de.quartierwerk.funding.giving;

import static de.quartierwerk.funding.Api.agreed;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.stepped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Grants as open data, against the schema of 360Giving. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class GivingIT {

    private static final String BASE = "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/";

    @Test
    void grantsAreValidWithTheirAmountsAsTheyAreNow() throws IOException {
        Api.applicants();
        String programme = Api.programme("60000.00", "[]");
        String id = agreed(programme, Api.space("99001001"), "20000.00");
        stepped("supplier", id, "waiver", """
                {"amounts":[{"year":2030,"amount":{"amount":"5000.00","currency":"EUR"}}],"reason":"Günstiger"}""");

        Response answer = get(null, "grants/360giving");

        JsonPath grant = answer.jsonPath();
        grant.setRootPath("grants.find { it.id.endsWith('" + id + "') }");
        assertThat(grant.getDouble("amountAwarded")).isEqualTo(15000.0);
        assertThat(grant.getDouble("amountAppliedFor")).isEqualTo(20000.0);
        assertThat(grant.getDouble("commitmentTransaction[0].value")).isEqualTo(15000.0);
        assertThat(grant.getString("fundingOrganization[0].department")).isNotBlank();
        assertThat(grant.getString("recipientOrganization[0].id")).isEqualTo("XI-QUARTIERWERK-verband-a");
        assertThat(schema().validate(answer.asString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void whatWasNotDecidedInPublicIsNotShownToThePublic() {
        Api.applicants();
        String programme = Api.programme("60000.00", "[]");
        String open = decidedWith(programme, true);
        String closed = decidedWith(programme, false);

        List<String> shown = get(null, "grants?programme=" + programme).path("items.id");
        assertThat(shown).containsExactly(open);
        assertThat(get(null, "grants/360giving").asString()).contains(open).doesNotContain(closed);
        get("supplier2", "applications/" + closed).then().statusCode(404);
        get("supplier", "applications/" + closed).then().statusCode(200);
        get("clerk", "applications/" + closed).then().statusCode(200);
    }

    private static String decidedWith(String programme, boolean open) {
        String id = Api.consulted(programme, Api.space("99001001"), "10000.00");
        String number = Api.key("paper");
        Api.put("clerk", "papers/" + number, """
                        {"kind":"proposal","title":"Förderung","originator":"Verwaltung","public":%s,
                         "matters":[{"matter":"grant"}],"applications":["%s"]}""".formatted(open, id)).then().statusCode(201);
        stepped("clerk", id, "decision", Api.grant().replace("2024/0123", number));
        return id;
    }

    private static Schema schema() throws IOException {
        Path folder = Path.of(
                System.getProperty("quartierwerk.data", "../../../shared/data"), "schemas", "360giving", "schema");
        assumeTrue(Files.exists(folder) || "true".equals(System.getenv("CI")), folder + " is not there");
        Map<String, String> texts = Map.of(
                BASE + "360-giving-schema.json", text(folder, "360-giving-schema.json"),
                BASE + "360-giving-package-schema.json", text(folder, "360-giving-package-schema.json"));
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(texts))
                .getSchema(texts.get(BASE + "360-giving-package-schema.json"), InputFormat.JSON);
    }

    /** Both name their dialect by an address that is none. */
    private static String text(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve(name))
                .replace("\"http://json-schema.org/draft/2020-12", "\"https://json-schema.org/draft/2020-12");
    }
}
