package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.ApplicationResponse;
import de.quartierwerk.funding.application.Applications;
import de.quartierwerk.funding.application.Consultation;
import de.quartierwerk.funding.application.Decision.CompetingDraft;
import de.quartierwerk.funding.application.PaperDraft;
import de.quartierwerk.funding.application.Votes;
import de.quartierwerk.funding.body.Bodies;
import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.document.Document;
import de.quartierwerk.funding.document.Wording;
import de.quartierwerk.funding.need.PublishedNeed;
import de.quartierwerk.funding.post.PostResponse;
import de.quartierwerk.funding.post.Posts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a paper as a document: its free parts, and between them what the platform knows of the applications, the
 * criteria with their evidence, the posts, the money and the path.
 */
@ApplicationScoped
class PaperDocuments {

    private final PaperService papers;
    private final Applications applications;
    private final PaperMoney money;
    private final Posts posts;
    private final Bodies bodies;
    private final Wording words;
    private final Clock clock;

    PaperDocuments(
            PaperService papers,
            Applications applications,
            PaperMoney money,
            Posts posts,
            Bodies bodies,
            Wording words,
            Clock clock) {
        this.papers = papers;
        this.applications = applications;
        this.money = money;
        this.posts = posts;
        this.bodies = bodies;
        this.words = words;
        this.clock = clock;
    }

    @Transactional
    Document of(String number) {
        PaperResponse shown = papers.get(number).value();
        PaperRequest paper = shown.paper();
        PaperRequest.Parts parts = paper.parts() == null
                ? new PaperRequest.Parts(null, null, null, null, null, null, null)
                : paper.parts();
        List<ApplicationResponse> concerned = applications.visible(paper.applications());
        Document.Writer out = Document.write(
                words.language(), words.of("paper." + code(paper.kind())) + " " + number + ": " + paper.title());
        out.table(List.of(words.of("what"), words.of("value")), head(shown));
        out.heading(words.of("path")).table(words("body", "role", "planned", "held", "result", "votes"), path(shown));
        out.heading(words.of("drafts"))
                .table(words("draft", "broughtInBy", "text", "proposes", "votes", "adopted"), drafts(shown));
        out.heading(words.of("facts")).paragraph(parts.facts());
        concerned.forEach(each -> application(out, each));
        out.heading(words.of("law"))
                .paragraph(parts.law())
                .paragraph(
                        shown.competentBody() == null
                                ? null
                                : shown.competentBody().legalBasis());
        out.heading(words.of("staff"))
                .paragraph(parts.staff())
                .table(words("post", "fte", "from", "product"), posts(number));
        out.heading(words.of("finance"))
                .paragraph(parts.finance())
                .table(words("line", "account", "year", "inPaper", "plan", "available"), money.rows(paper, concerned));
        out.heading(words.of("social")).paragraph(parts.social());
        out.heading(words.of("climate")).paragraph(parts.climate());
        out.heading(words.of("inclusion")).paragraph(parts.inclusion());
        out.heading(words.of("mandates"))
                .table(words("text", "responsible", "due", "state", "report"), mandates(shown));
        return out.document();
    }

    private List<List<String>> head(PaperResponse shown) {
        PaperRequest paper = shown.paper();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.of("number"), shown.number()));
        rows.add(List.of(words.of("originator"), paper.originator()));
        rows.add(List.of(words.of("datedOn"), words.day(paper.datedOn())));
        rows.add(List.of(words.of("publicly"), words.of(paper.open() ? "yes" : "no")));
        rows.add(List.of(
                words.of("matters"),
                paper.matters().stream()
                        .map(each ->
                                (words.of("matter." + code(each.matter())) + " " + words.money(each.amount())).strip())
                        .collect(Collectors.joining(", "))));
        if (shown.competentBody() != null) {
            rows.add(List.of(words.of("decides"), shown.competentBody().name()));
        }
        return rows;
    }

    /** The planned path with what came of it; what bodies did beside the plan follows. */
    private List<List<String>> path(PaperResponse shown) {
        List<List<String>> rows = new ArrayList<>();
        List<Consultation> done =
                new ArrayList<>(Stream.concat(
                                shown.consultations().stream(),
                                applications.visible(shown.paper().applications()).stream()
                                        .flatMap(each -> Objects.requireNonNullElse(
                                                each.steps().consultations(), List.<Consultation>of())
                                                .stream()))
                        .distinct()
                        .toList());
        for (PaperRequest.Station station : shown.paper().path()) {
            Consultation held = done.stream()
                    .filter(each -> each.body().equals(station.body()))
                    .findFirst()
                    .orElse(null);
            done.remove(held);
            rows.add(row(name(station.body(), station.plannedOn()), station.role(), station.plannedOn(), held));
        }
        done.forEach(each -> rows.add(row(each.bodyName(), each.role(), null, each)));
        return rows;
    }

    private List<String> row(
            String body, Consultation.Role role, @Nullable LocalDate planned, @Nullable Consultation held) {
        return List.of(
                body,
                words.of("role." + code(role)),
                words.day(planned),
                held == null ? "" : words.day(held.heldOn()),
                held == null ? "" : words.of("advice." + code(held.result())),
                held == null ? "" : votes(held.votes()));
    }

    private List<List<String>> drafts(PaperResponse shown) {
        List<CompetingDraft> voted = Stream.concat(
                        shown.decision() == null ? Stream.empty() : shown.decision().drafts().stream(),
                        shown.outcomes().stream()
                                .filter(each -> each.decision() != null)
                                .flatMap(each -> each.decision().drafts().stream()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (PaperDraft draft : shown.paper().drafts()) {
            CompetingDraft ballot = voted.stream()
                    .filter(each -> draft.key().equals(each.key()))
                    .findFirst()
                    .orElse(null);
            String amends = draft.amends() == null ? "" : " (" + words.of("amends", draft.amends()) + ")";
            rows.add(List.of(
                    draft.key() + amends,
                    draft.broughtInBy(),
                    draft.text(),
                    words.of("result." + code(draft.result())),
                    ballot == null ? "" : votes(ballot.votes()),
                    ballot == null ? "" : words.of(ballot.adopted() ? "yes" : "no")));
        }
        return rows;
    }

    private void application(Document.Writer out, ApplicationResponse application) {
        out.heading(words.of("application", application.content().title()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.of("applicant"), application.applicantName()));
        rows.add(List.of(words.of("requested"), words.money(application.requested())));
        if (application.granted() != null) {
            rows.add(List.of(words.of("granted"), words.money(application.granted())));
        }
        out.table(words("what", "value"), rows);
        out.paragraph(application.content().purpose());
        out.table(
                words("criterion", "met", "evidence"),
                application.criteria().stream().map(this::criterion).toList());
    }

    private List<String> criterion(CriterionResult each) {
        Boolean met = each.met();
        return List.of(
                each.title(),
                met == null ? words.of("open") : words.of(met ? "yes" : "no"),
                each.evidence().isEmpty()
                        ? each.reason() == null ? "" : each.reason()
                        : each.evidence().stream().map(PaperDocuments::need).collect(Collectors.joining("\n")));
    }

    private static String need(PublishedNeed need) {
        return need.space() + ": " + need.need() + " " + need.title() + " (" + need.scheme() + ", " + need.period()
                + ")";
    }

    private List<List<String>> posts(String number) {
        return posts.ofPaper(number).stream().map(this::post).toList();
    }

    private List<String> post(PostResponse each) {
        return List.of(
                each.post().title(),
                each.post().fte().toPlainString(),
                words.day(each.post().from()),
                each.post().product() == null ? "" : each.post().product());
    }

    private List<List<String>> mandates(PaperResponse shown) {
        return shown.mandates().stream()
                .map(each -> List.of(
                        each.text(),
                        each.responsible(),
                        words.day(each.due()),
                        words.of("mandate." + code(each.state())),
                        each.report() == null ? "" : each.report()))
                .toList();
    }

    private String votes(@Nullable Votes votes) {
        if (votes == null) {
            return "";
        }
        String form = words.of("votes." + code(votes.form()));
        return votes.yes() == null
                ? form
                : words.of(
                        "votes.counts",
                        form,
                        votes.yes(),
                        votes.no() == null ? 0 : votes.no(),
                        votes.abstained() == null ? 0 : votes.abstained());
    }

    private String name(String body, @Nullable LocalDate day) {
        return bodies.find(body, day == null ? LocalDate.now(clock) : day)
                .map(Body::name)
                .orElse(body);
    }

    private List<String> words(String... codes) {
        return Stream.of(codes).map(words::of).toList();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
