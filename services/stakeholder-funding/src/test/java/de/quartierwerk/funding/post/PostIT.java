package de.quartierwerk.funding.post;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Posts over HTTP. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PostIT {

    @Test
    void thePostsOfAYearAreSummedUp() {
        String first = Api.key("post");
        String second = Api.key("post");
        put("funding-officer", "posts/" + first, post("1.0", "2003-01-01", "null"))
                .then()
                .statusCode(201);
        put("funding-officer", "posts/" + second, post("0.5", "2003-07-01", "\"2004-12-31\""))
                .then()
                .statusCode(201);

        get("clerk", "posts?year=2002").then().statusCode(200).body("fte", is(0));
        get("clerk", "posts?year=2003").then().body("fte", is(1.5f)).body("items.size()", equalTo(2));
        get("clerk", "posts?year=2005").then().body("items.code", equalTo(List.of(first)));
        get("clerk", "posts").then().statusCode(400);
    }

    @Test
    void aPostChangesWithItsVersionAndEndsAfterItBegins() {
        String code = Api.key("post");
        put("funding-officer", "posts/" + code, post("1.0", "1995-01-01", "\"1994-12-31\""))
                .then()
                .statusCode(422);
        put("funding-officer", "posts/" + code, post("0", "1995-01-01", "null"))
                .then()
                .statusCode(400);
        put("funding-officer", "posts/" + code, post("1", "1995-01-01", "\"1995-12-31\""))
                .then()
                .statusCode(201);
        put("funding-officer", "posts/" + code, post("1.00", "1995-01-01", "\"1995-12-31\""))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        put("funding-officer", "posts/" + code, post("2", "1995-01-01", "\"1995-12-31\""))
                .then()
                .statusCode(428);
        change("funding-officer", "posts/" + code, "\"1\"", post("2", "1995-01-01", "\"1995-12-31\""))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    private static String post(String fte, String from, String to) {
        return """
               {"title":"Sozialplanung","fte":%s,"from":"%s","to":%s,"product":"05.03.06","paperNumber":"2018/0233"}""".formatted(fte, from, to);
    }
}
