package de.quartierwerk.funding.letter;

import de.quartierwerk.funding.application.ApplicationResponse;
import de.quartierwerk.funding.application.Applications;
import de.quartierwerk.funding.document.Document;
import de.quartierwerk.funding.document.DocumentForm;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Makes documents of a grant, each once for its number. */
@ApplicationScoped
class LetterService {

    private final LetterStatements statements;
    private final LetterText text;
    private final Applications applications;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    LetterService(
            LetterStatements statements,
            LetterText text,
            Applications applications,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.statements = statements;
        this.text = text;
        this.applications = applications;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    LetterResponse make(UUID application, LetterKind kind) {
        ApplicationResponse shown = applications.lockInFull(application);
        if (!kind.hasStep(shown.steps())) {
            throw new Conflict("document.no-step", MessageText.of("document.kind." + kind.name()));
        }
        long number = statements.nextNumber();
        Document document = text.of(kind, number, shown);
        byte[] html = DocumentForm.HTML.write(document);
        LetterResponse letter = new LetterResponse(
                number, kind, Sha256.hex(html), caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        statements.insert(application, letter, html, DocumentForm.DOCX.write(document));
        audit.record("document-made", "applications/" + application, null, letter);
        return letter;
    }

    @Transactional
    List<LetterResponse> list(UUID application) {
        applications.inFull(application);
        return statements.list(application);
    }

    @Transactional
    byte[] content(UUID application, long number, DocumentForm form) {
        applications.inFull(application);
        return statements
                .content(application, number, form)
                .orElseThrow(() -> new NotFound("document.not-found", number));
    }
}
