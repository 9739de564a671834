package de.quartierwerk.funding.document;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** As what a document is shown. */
public enum DocumentForm {
    /** A page. */
    HTML(MediaType.TEXT_HTML, "html") {
        @Override
        public byte[] write(Document document) {
            return HtmlDocument.write(document);
        }
    },
    /** A file for word processors. */
    DOCX(DocumentForm.DOCX_TYPE, "docx") {
        @Override
        public byte[] write(Document document) {
            return WordDocument.write(document);
        }
    };

    /** Media type of DOCX. */
    public static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.TEXT_HTML_TYPE, MediaType.valueOf(DOCX_TYPE))
            .build();

    private final String type;
    private final String ending;

    DocumentForm(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** The bytes of the document in this form. */
    public abstract byte[] write(Document document);

    /** What the request accepts; a page where it does not say. */
    public static DocumentForm asked(Request request) {
        @Nullable Variant variant = request.selectVariant(VARIANTS);
        return variant != null && variant.getMediaType().toString().equals(DOCX_TYPE) ? DOCX : HTML;
    }

    /**
     * Answers a document that nobody may store and that runs nothing; a page shows its own styles only.
     *
     * @param name name of the file without its ending
     */
    public RestResponse<byte[]> answer(byte[] bytes, String name) {
        RestResponse.ResponseBuilder<byte[]> answer = RestResponse.ResponseBuilder.ok(bytes)
                .type(this == HTML ? MediaType.TEXT_HTML_TYPE.withCharset("utf-8") : MediaType.valueOf(type))
                .header("Content-Security-Policy", this == HTML ? HtmlDocument.policy(bytes) : "default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return this == HTML
                ? answer.build()
                : answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending + "\"")
                        .build();
    }
}
