package de.quartierwerk.reporting.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.inbox.Inbox;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Prepared;
import de.quartierwerk.kit.web.PreparedAnswers;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.map.Drawer;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.page.Pages;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.text.Language;
import de.quartierwerk.reporting.text.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Profiles of social spaces. */
@Path("spaces")
@Tag(name = "Profiles", description = "What is published about a social space")
class ProfileResource {
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    private final ProfileService profiles;
    private final Spaces spaces;
    private final Freshness freshness;
    private final Inbox inbox;
    private final Pages pages;
    private final PreparedAnswers prepared;
    private final ObjectMapper json;
    private final CallerLanguage language;
    private final Clock clock;

    ProfileResource(
            ProfileService profiles,
            Spaces spaces,
            Freshness freshness,
            Inbox inbox,
            Pages pages,
            PreparedAnswers prepared,
            ObjectMapper json,
            CallerLanguage language,
            Clock clock) {
        this.profiles = profiles;
        this.spaces = spaces;
        this.freshness = freshness;
        this.inbox = inbox;
        this.pages = pages;
        this.prepared = prepared;
        this.json = json;
        this.language = language;
        this.clock = clock;
    }

    /** The templates of this package. */
    @CheckedTemplate(basePath = "profile")
    static final class Templates {
        static native TemplateInstance profile(ProfilePage page);

        private Templates() {}
    }

    @GET
    @Path("{key}/profile")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @PermitAll
    @Operation(
            operationId = "getProfileResponse",
            summary = "Read the profile of a social space",
            description =
                    "Released values, results of published runs, published offers and decided grants, as JSON or as "
                            + "a page (`text/html`), by `Accept`. The page is in the language of `Accept-Language`.")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProfileResponse.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<Prepared> profile(
            @PathParam("key") @Parameter(description = "Space key", example = "99001001-01") String key,
            @QueryParam("period")
                    @Parameter(
                            description = "Period; without it the latest with a result or value",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "2023")
                    @Nullable
                    Period period,
            @Context Request http) {
        Keys.check("key", key);
        freshness.catchUpAll();
        Words words = Words.in(Language.of(language.locale()), clock.getZone());
        Variant variant = http.selectVariant(FORMS);
        boolean page = variant != null && variant.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
        Form form = new Form(key, period, words.language(), page, inbox.progress(), LocalDate.now(clock));
        Prepared answer = prepared.get(form, () -> make(form, words));
        if (page) {
            return pages.answer(answer, words.language());
        }
        return RestResponse.ResponseBuilder.ok(answer, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, answer.tag())
                .build();
    }

    /** All that a profile depends on: what was asked, what was published until now, and the day. */
    private record Form(
            String space, @Nullable Period period, Language language, boolean page, long progress, LocalDate day) {}

    private byte[] make(Form form, Words words) {
        ProfileResponse profile = profiles.profile(form.space(), form.period(), words);
        if (form.page()) {
            return Templates.profile(ProfilePages.of(profile, drawing(profile), words, pages.css()))
                    .render()
                    .getBytes(StandardCharsets.UTF_8);
        }
        try {
            return json.writeValueAsBytes(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The space among those with the same parent. */
    private Drawing drawing(ProfileResponse profile) {
        Period period = Period.parse(profile.period()).orElseThrow();
        return spaces.find(profile.key(), period.last())
                .map(space -> spaces.siblings(space, period.last()).stream()
                        .map(Space::key)
                        .toList())
                .map(keys -> Drawer.draw(spaces.boundaries(keys, period.last()), List.of()))
                .orElseThrow();
    }
}
