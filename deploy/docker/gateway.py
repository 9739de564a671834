"""Checks the gateway from outside: gateway.py ADDRESS CERTIFICATE. Paths are sent as they stand here."""
import http.client
import json
import ssl
import sys
import threading
import urllib.parse

address = urllib.parse.urlsplit(sys.argv[1])
context = ssl.create_default_context(cafile=sys.argv[2])
wrong = []


def call(path, headers=None, method='GET', body=None):
    connection = http.client.HTTPSConnection(address.hostname, address.port, context=context, timeout=30)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def expect(what, holds):
    if not holds:
        wrong.append(what)


def problem(what, found, status, code):
    answer, content = found
    expect(f'{what}: {answer.status} instead of {status}', answer.status == status)
    expect(f'{what}: {answer.getheader("Content-Type")}', answer.getheader('Content-Type') == 'application/problem+json')
    try:
        document = json.loads(content)
    except ValueError:
        wrong.append(f'{what}: no JSON but {content[:100]}')
        return {}
    expect(f'{what}: {document}', document['status'] == status and document['code'] == code and document['title'])
    return document


for root in ('registry', 'ingestion', 'classification', 'funding', 'reporting'):
    answer, _ = call(f'/{root}/openapi')
    expect(f'{root} answers {answer.status}', answer.status == 200)
    for name in ('Strict-Transport-Security', 'X-Content-Type-Options', 'Content-Security-Policy', 'X-Request-ID'):
        expect(f'{root} lacks {name}', len(answer.headers.get_all(name) or []) == 1)
for path in ('q/health', 'q', 'q/metrics', '%71/health', 'v1/../q/health', 'v1/%2e%2e/q/health', '/q/health', 'q//health',
             'v1/..%2fq/health', 'q;a=b/health', './q/health/live'):
    problem(path, call('/registry/' + path), 404, 'request.not-found')
problem('//registry', call('//registry//q/health'), 404, 'request.not-found')
problem('unknown', call('/nothing'), 404, 'request.not-found')
problem('long address', call('/registry/v1/spaces?q=' + 'a' * 20000), 414, 'request.address-too-long')
german = problem('unknown', call('/nothing'), 404, 'request.not-found')
english = problem('unknown', call('/nothing', {'Accept-Language': 'en'}), 404, 'request.not-found')
expect(f'titles: {german} {english}', german.get('title') != english.get('title'))
problem('large header', call('/registry/v1/spaces', {'X-Long': 'a' * 20000}), 431, 'request.headers-too-large')
problem('large body', call('/registry/v1/imports', {'Content-Length': str(300 << 20)}, 'POST'), 413, 'request.too-large')
answer, content = call('/auth/realms/quartierwerk/.well-known/openid-configuration')
expect(f'issuer: {content[:200]}', json.loads(content).get('issuer') == sys.argv[1] + '/auth/realms/quartierwerk')
answer, content = call('/registry/openapi?format=json')
expect('the API document does not name the public issuer', sys.argv[1].encode() + b'/auth/realms' in content)


def hurry(refused):
    """Asks over one connection as fast as it can, until it is refused."""
    connection = http.client.HTTPSConnection(address.hostname, address.port, context=context, timeout=30)
    for _ in range(1000):
        connection.request('GET', '/registry/v1/levels')
        answer = connection.getresponse()
        content = answer.read()
        if answer.status == 429:
            refused.append((answer, content))
            break


refused = []
callers = [threading.Thread(target=hurry, args=(refused,)) for _ in range(4)]
for caller in callers:
    caller.start()
for caller in callers:
    caller.join()
expect('nobody is refused for too many requests', refused)
if refused:
    problem('too many', refused[0], 429, 'request.too-many')
    expect('somebody else refuses', refused[0][0].getheader('Retry-After') == '10')
if wrong:
    sys.exit('gateway: ' + '\ngateway: '.join(wrong))
print('containers: the gateway answers as it should')
