// The reference, and the token that its requests carry. The token stays in this page.
'use strict';

let token = '';

const outcome = document.getElementById('outcome');

document.getElementById('sign-in').addEventListener('submit', async (submitted) => {
  submitted.preventDefault();
  const fields = new FormData(submitted.target);
  const answer = await fetch('../oauth/token', {
    method: 'POST',
    headers: { Authorization: 'Basic ' + btoa(fields.get('client') + ':' + fields.get('secret')) },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: fields.get('account') }),
  });
  const told = await answer.json();
  token = answer.ok ? told.access_token : '';
  outcome.textContent = answer.ok
    ? 'Requests carry a token for ' + Math.round(told.expires_in / 60) + ' minutes.'
    : 'No token: ' + told.reason;
});

window.ui = SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (token && !request.headers.Authorization && !request.loadSpec) {
      request.headers.Authorization = 'Bearer ' + token;
    }
    return request;
  },
});
