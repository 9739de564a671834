package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The published versions of reports. Publication renders every form once and keeps its bytes; whoever asks later gets
 * these bytes, whatever has become of values, spaces, templates and words.
 */
@ApplicationScoped
@Transactional
class ReportVersions {
    private final VersionStatements statements;
    private final ReportDocumentRepository documents;
    private final ReportRepository reports;
    private final FormRenderer forms;
    private final ObjectMapper json;
    private final String software;

    ReportVersions(
            VersionStatements statements,
            ReportDocumentRepository documents,
            ReportRepository reports,
            FormRenderer forms,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String software) {
        this.statements = statements;
        this.documents = documents;
        this.reports = reports;
        this.forms = forms;
        this.json = json;
        this.software = software;
    }

    /** Renders and keeps every form of a report that is being published; one that is kept already stays. */
    void freeze(Report report) {
        freeze(report, List.of(ReportForm.values()));
    }

    /** A report that was published before forms were kept gets those that are made at once. */
    private void freezeLate(Report report) {
        freeze(
                report,
                Stream.of(ReportForm.values())
                        .filter(form -> form != ReportForm.PDF)
                        .toList());
    }

    private void freeze(Report report, List<ReportForm> wanted) {
        UUID first = report.firstVersion();
        Publication publication = report.publication();
        if (publication == null || isFrozen(report)) {
            return;
        }
        ReportDocument stored = documents.findById(report.id());
        Map<ReportForm, byte[]> rendered = new EnumMap<>(ReportForm.class);
        Map<ReportForm, String> hashes = new EnumMap<>(ReportForm.class);
        List<Manifest.FormEntry> entries = new ArrayList<>();
        for (ReportForm form : wanted) {
            byte[] bytes = forms.render(form, stored, false);
            String hash = Sha256.hex(bytes);
            rendered.put(form, bytes);
            hashes.put(form, hash);
            entries.add(new Manifest.FormEntry(form, form.mediaType(), hash, bytes.length));
        }
        VersionStatements.Version version = new VersionStatements.Version(
                first, report.number(), report.id(), publication.at(), publication.note(), report.reason());
        Manifest manifest = manifest(version, forms.read(stored), entries);
        if (statements.insert(version, bytes(manifest))) {
            rendered.forEach((form, bytes) ->
                    statements.insertForm(first, report.number(), form, hashes.getOrDefault(form, ""), bytes));
        }
    }

    private Manifest manifest(
            VersionStatements.Version version, MonitoringDocument document, List<Manifest.FormEntry> entries) {
        return new Manifest(
                version.report(),
                version.number(),
                version.publishedAt(),
                version.reason(),
                document.classifications().stream()
                        .map(run -> new Manifest.ManifestRun(
                                run.run(),
                                run.classifiedBy().scheme(),
                                run.classifiedBy().schemeVersion(),
                                run.period(),
                                run.asOf()))
                        .toList(),
                document.inputs().releases(),
                forms.templateHash(),
                software,
                entries);
    }

    private boolean isFrozen(Report report) {
        return statements.versions(report.firstVersion()).stream()
                .anyMatch(version -> version.draft().equals(report.id()));
    }

    /** The published versions of a report, the first one first; those published before forms were kept get them now. */
    List<VersionResponse> list(Report report) {
        freezeLate(report);
        List<VersionStatements.Version> versions = statements.versions(report.firstVersion());
        List<VersionStatements.FormRow> rows = statements.forms(report.firstVersion());
        return versions.stream()
                .map(version -> new VersionResponse(
                        version.number(),
                        version.number() < versions.size(),
                        version.publishedAt(),
                        version.note(),
                        version.reason(),
                        rows.stream()
                                .filter(row -> row.number() == version.number())
                                .map(ReportVersions::entry)
                                .toList()))
                .toList();
    }

    private static Manifest.FormEntry entry(VersionStatements.FormRow row) {
        ReportForm form = ReportForm.valueOf(row.form().toUpperCase(Locale.ROOT));
        return new Manifest.FormEntry(form, form.mediaType(), row.sha256(), row.size());
    }

    /** Number of the version that was published last; 0 for a draft. */
    int latest(Report report) {
        freezeLate(report);
        return statements.versions(report.firstVersion()).size();
    }

    /** A form of a version. */
    VersionStatements.Content form(Report report, int number, ReportForm form) {
        freezeLate(report);
        return statements
                .form(report.firstVersion(), number, form)
                .orElseThrow(() -> hasVersion(report, number)
                        ? new NotFound("report.form-missing", report.id(), number, form.toString())
                        : new NotFound("report.version-unknown", report.id(), number));
    }

    private boolean hasVersion(Report report, int number) {
        return statements.versions(report.firstVersion()).stream().anyMatch(version -> version.number() == number);
    }

    /** What a version was made of, as it was written at its publication. */
    byte[] manifest(Report report, int number) {
        freezeLate(report);
        return statements
                .manifest(report.firstVersion(), number)
                .orElseThrow(() -> new NotFound("report.version-unknown", report.id(), number));
    }

    /** The document of the version before a correction. */
    MonitoringDocument before(Report correction) {
        Report first = reports.findById(correction.firstVersion()).toReport();
        freezeLate(first);
        byte[] document = statements
                .form(first.id(), correction.number() - 1, ReportForm.JSON)
                .orElseThrow()
                .bytes();
        return forms.readDocument(document);
    }

    private byte[] bytes(Manifest manifest) {
        try {
            return json.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
