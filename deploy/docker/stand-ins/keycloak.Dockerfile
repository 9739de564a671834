# Stands in for the official image.
ARG BASE
FROM ${BASE}
COPY server /opt/keycloak
RUN chown -R 1000:0 /opt/keycloak
USER 1000:0
